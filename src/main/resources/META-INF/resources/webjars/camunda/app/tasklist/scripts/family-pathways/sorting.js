// The most urgent first, then what is due first, unless the worker has chosen otherwise.
const URGENCY = JSON.stringify([
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'dueDate', sortOrder: 'asc' },
]);

/** Tasklist writes its own order into the address when there is none yet; ours takes its place. */
export function sortByUrgency(tasklist) {
  tasklist.config(['$provide', ($provide) => {
    $provide.decorator('search', ['$delegate', ($delegate) => {
      const write = $delegate.updateSilently;
      $delegate.updateSilently = (changes, ...rest) => {
        const first = changes.sorting && !$delegate().sorting;
        return write(first ? { ...changes, sorting: URGENCY } : changes, ...rest);
      };
      return $delegate;
    }]);
  }]);
}
