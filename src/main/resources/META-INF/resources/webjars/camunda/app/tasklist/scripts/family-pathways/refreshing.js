const IDLE = 5 * 60 * 1000;

/**
 * Lists refresh themselves while somebody works. Where nobody has touched keyboard or mouse for a while they rest, so
 * that a session that nobody uses can end.
 */
export function restWhenIdle(tasklist) {
  let lastTouch = Date.now();
  for (const touch of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    document.addEventListener(touch, () => { lastTouch = Date.now(); }, { passive: true });
  }
  tasklist.config(['$provide', ($provide) => {
    $provide.decorator('$rootScope', ['$delegate', ($delegate) => {
      const tell = $delegate.$broadcast;
      $delegate.$broadcast = function (event, ...details) {
        const rests = event === 'refresh' && Date.now() - lastTouch > IDLE;
        return rests ? undefined : tell.call(this, event, ...details);
      };
      return $delegate;
    }]);
  }]);
}
