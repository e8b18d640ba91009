import { place } from './place.js';

/** There is one sign-in, and it is not Tasklist's. */
export function watchSession(tasklist) {
  tasklist.run(['$rootScope', '$location', ($rootScope, $location) => {
    $rootScope.$on('authentication.logout.success', (event) => {
      event.preventDefault();
      window.location.assign(place('sign-in?signed-out'));
    });
    $rootScope.$on('authentication.login.required', (event) => {
      event.preventDefault();
      window.location.reload();
    });
    if ($location.path() === '/login') {
      $location.url('/');
    }
  }]);
}
