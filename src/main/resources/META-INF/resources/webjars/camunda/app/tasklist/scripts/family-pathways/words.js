// What Tasklist says, in the words of the people who work with it.
const WORDS = {
  ALL_TASKS: 'All tasks',
  ASSIGNEE: 'Who does it',
  ASSIGNED_ERROR: 'Not handed over',
  ASSIGNEE_RESET_ERROR: 'Not put back',
  ASSIGN_NOTE_PROCESS: 'The next steps of this case are yours too',
  BANNER_CE_EOL_TEXT: '',
  CAM_WIDGET_FOOTER_TIMEZONE: 'Dates and times are those of London.',
  CLAIM_ERROR: 'Not claimed',
  CLAIM_OK: 'The task is yours now.',
  CLAIM_TASK: 'Claim this task',
  CLICK_PROCESS_TO_START: 'Choose what you want to begin.',
  COMPLETE: 'Complete',
  COMPLETE_ERROR: 'Not completed',
  DIAGRAM: 'Where this step stands',
  DUE: 'Due',
  FAILURE: 'This did not work',
  FOLLOW_UP: 'Warning from',
  FOLLOW_UP_DATE: 'Warning from',
  FORM_FAILURE: 'The form cannot be shown',
  FILTERS_LOADING_FAILURE: 'The lists cannot be shown. Load the page again.',
  GROUPS: 'Whose work it is',
  NO_MATCHING_TASK: 'There is no task in this list.',
  NO_PROCESS_DEFINITION_AVAILABLE: 'There is nothing that you can begin here.',
  PROCESS_START_ERROR: 'Not begun',
  PROCESS_START_OK: 'The case has begun.',
  SEARCH_PLACEHOLDER: 'Search in this list',
  SEARCH_PROCESS_BY_NAME: 'Search by name',
  SELECT_TASK_IN_LIST: 'Choose a task from the list.',
  SIGN_OUT_ACTION: 'Sign out',
  START: 'Begin',
  START_PROCESS: 'Begin a case',
  TASK_HAS_BEEN_REMOVED: 'This task is done, or is no longer yours. What you typed is kept under “Drafts”.',
  TASK_NOT_EXIST: 'This task is done, or is no longer yours. What you typed is kept under “Drafts”.',
  UNCLAIM_ERROR: 'Not put back',
  UNCLAIM_OK: 'The task is back in the team’s list.',
  UNCLAIM_TASK: 'Put this task back',
};

/** Before Tasklist starts, so that nothing is drawn with words that are not there yet. */
export async function useOurWords(tasklist) {
  const words = await (await fetch(new URL('../../locales/en.json', import.meta.url))).json();
  Object.assign(words.labels, WORDS);
  tasklist.config(['$provide', '$translateProvider', ($provide, $translateProvider) => {
    $translateProvider.translations('en', words.labels);
    $provide.factory('localeLoader', ['$q', ($q) => ({ callback, key }) => {
      callback(null, words, key);
      return $q.when(words.labels);
    }]);
  }]);
}
