// What Tasklist asks when it starts: our name, our dates, and our own part of it.
document.title = 'Family Pathways';
const icon = document.querySelector('link[rel="icon"]');
icon.type = 'image/svg+xml';
icon.href = new URL('../../../../assets/pages/icon.svg', import.meta.url).href;

// what our doors refuse is not offered; what was done stands on the family's page
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'tasklist.navbar.action:create-task-action',
  'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history',
].join());

export default {
  app: { vendor: 'Family', name: 'Pathways' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  dateFormat: {
    abbr: 'D MMMM YYYY, HH:mm',
    short: 'D MMMM YYYY',
    normal: 'D MMMM YYYY, HH:mm',
    long: 'D MMMM YYYY, HH:mm',
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/family-pathways/tasklist'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the task that is open' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task of the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first question of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'begins a case' },
  },
};
