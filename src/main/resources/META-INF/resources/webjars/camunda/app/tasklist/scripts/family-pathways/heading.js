// What stands over a form: the dates in words, and nothing to press that our doors refuse.
const DATES = `
  <ul class="meta list-inline fp-dates">
    <li ng-if="task.due" ng-class="{overdue: task.due < now}">Due {{ task.due | camDate:'short' }}</li>
    <li ng-if="task.followUp">Warning from {{ task.followUp | camDate:'short' }}</li>
    <li ng-if="groupNames.length">For {{ groupNames.join(', ') }}</li>
  </ul>`;

export function showHeading(tasklist) {
  tasklist.config(['$provide', ($provide) => {
    $provide.decorator('camTasklistTaskMetaDirective', ['$delegate', ($delegate) => {
      const heading = document.createElement('template');
      heading.innerHTML = $delegate[0].template;
      heading.content.querySelector('.dates').outerHTML = DATES;
      heading.content.querySelector('.groups').remove();
      $delegate[0].template = heading.innerHTML;
      return $delegate;
    }]);
  }]);
}
