// Replaces the progress of a running import every two seconds, and shows the result when it is over.
(() => {
  const SECONDS = 2;
  const refresh = async () => {
    const progress = document.querySelector('[data-progress]');
    if (!progress || progress.dataset.over === 'true') {
      return;
    }
    try {
      const answer = await fetch(progress.dataset.progress, { credentials: 'same-origin' });
      if (answer.ok && !answer.redirected) {
        const fresh = new DOMParser()
          .parseFromString(await answer.text(), 'text/html')
          .querySelector('[data-progress]');
        if (fresh && fresh.dataset.over === 'true') {
          window.location.reload();
          return;
        }
        if (fresh) {
          progress.replaceChildren(...fresh.childNodes);
        }
      }
    } catch (e) {
      // the next look may reach the server again
    }
    window.setTimeout(refresh, SECONDS * 1000);
  };
  window.setTimeout(refresh, SECONDS * 1000);
})();
