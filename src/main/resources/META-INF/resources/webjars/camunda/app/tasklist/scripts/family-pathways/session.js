import { keepAllAndLeave } from './drafts.js';
import { place } from './place.js';

let isLeaving = false;

/** There is one sign-in, and it is not Tasklist's. Whoever is signed out loses nothing that they typed. */
export function watchSession(tasklist) {
  let afterwards = place('sign-in?signed-out');
  tasklist.config(['$provide', '$httpProvider', ($provide, $httpProvider) => {
    // whoever signed in with an identity provider is signed out there as well
    $httpProvider.interceptors.push(() => ({
      response(answer) {
        afterwards = answer.headers('Refresh')?.replace(/^.*?url=/, '') ?? afterwards;
        return answer;
      },
    }));
    $provide.decorator('AuthenticationService', ['$delegate', ($delegate) => {
      const signOut = $delegate.logout;
      $delegate.logout = async (...engine) => {
        await keepAllAndLeave();
        isLeaving = true;
        return signOut(...engine);
      };
      return $delegate;
    }]);
  }]);
  tasklist.run(['$rootScope', '$location', ($rootScope, $location) => {
    $rootScope.$on('authentication.changed', (event, worker) => document.body.classList
      .toggle('fp-administrator', Boolean(worker?.authorizedApps.includes('admin'))));
    $rootScope.$on('authentication.logout.success', (event) => {
      event.preventDefault();
      window.location.assign(afterwards);
    });
    $rootScope.$on('authentication.login.required', (event) => {
      event.preventDefault();
      signInAgain();
    });
    // refusals are read out as soon as they are shown
    document.querySelector('[notifications-panel]').setAttribute('role', 'alert');
    if ($location.path() === '/login') {
      $location.url('/');
    }
  }]);
}

/** The page stays as long as it alone holds what was typed. */
export async function signInAgain() {
  if (isLeaving) {
    return;
  }
  isLeaving = true;
  if (await keepAllAndLeave()) {
    window.location.reload();
  } else {
    askToSignIn();
  }
}

function askToSignIn() {
  const dialog = document.createElement('dialog');
  dialog.className = 'fp-signed-out';
  dialog.setAttribute('aria-labelledby', 'fp-signed-out');
  const heading = document.createElement('h2');
  heading.id = 'fp-signed-out';
  heading.textContent = 'You have been signed out';
  const text = document.createElement('p');
  text.textContent = 'Your last changes are still on this page only. Sign in again in a new tab, then come back and go on.';
  const link = document.createElement('a');
  link.href = place('sign-in');
  link.target = '_blank';
  link.textContent = 'Sign in again (opens in a new tab)';
  const goOn = document.createElement('button');
  goOn.className = 'btn btn-primary';
  goOn.textContent = 'I have signed in: go on';
  goOn.onclick = async () => {
    if (await keepAllAndLeave()) {
      window.location.reload();
    } else {
      text.textContent = 'You are not signed in yet.';
    }
  };
  dialog.append(heading, text, link, goOn);
  dialog.oncancel = (event) => event.preventDefault();
  document.body.append(dialog);
  dialog.showModal();
}
