// Dates as people in England write them, in the time of London whatever the computer's own settings are.
const LOCALE = 'en-GB';
const timeZone = 'Europe/London';
const day = new Intl.DateTimeFormat(LOCALE, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat(LOCALE, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** For example `22 November 2026`. */
export function dayOf(date) {
  return day.format(new Date(date));
}

/** For example `14:05`. */
export function timeOf(date) {
  return time.format(new Date(date));
}

export function showDatesOfLondon(tasklist) {
  tasklist.config(['$provide', ($provide) => {
    $provide.decorator('camDateFilter', () => (date, variant) => {
      if (!date) {
        return '';
      }
      return variant === 'short' ? dayOf(date) : `${dayOf(date)}, ${timeOf(date)}`;
    });
    // "in 2 days" hides the day that counts
    $provide.decorator('amTimeAgoDirective', ['$delegate', ($delegate) => {
      $delegate[0].compile = () => (scope, element, attributes) =>
        scope.$watch(attributes.amTimeAgo, (date) => element.text(date ? dayOf(date) : ''));
      return $delegate;
    }]);
  }]);
  writeDatesTheBritishWay();
}

/** The date picker of the forms asks the browser how dates are written here. */
function writeDatesTheBritishWay() {
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct(format, [locale, ...options]) {
      return new format(locale && locale !== 'default' ? locale : LOCALE, ...options);
    },
  });
}
