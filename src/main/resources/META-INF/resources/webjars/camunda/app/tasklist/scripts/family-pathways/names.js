// Tasklist has many controls that are a picture only; somebody who cannot see the picture is told what they are for.
const NAMES = {
  '[data-region="filters"]': 'Show or hide the lists',
  '[data-region="list"]': 'Show or hide the tasks of this list',
  '[data-region="task"].region-toggle': 'Show or hide the task',
  '.maximize': 'Give the task the whole width',
  '.reset-regions': 'Show all columns again',
  '[cam-sorting-choices] .glyphicon-remove-sign': 'Do not sort by this',
  '[cam-sorting-choices] .sort-direction': 'Turn this order round',
  '[cam-sorting-choices] .new-sort > .dropdown-toggle': 'Sort by something else too',
  '.search-field .main-field': 'Search in this list',
  '.meta .unclaim': 'Put this task back',
  '.meta .reset-assignee': 'Take this task back from this person',
  '.notifications .close': 'Close this message',
};

export function nameControls() {
  const name = () => Object.entries(NAMES).forEach(([selector, words]) => document
    .querySelectorAll(`:is(${selector}):not([aria-label])`)
    .forEach((control) => control.setAttribute('aria-label', words)));
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
}
