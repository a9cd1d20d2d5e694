// Looks at the page again while it is open, so that a running review shows itself. Everything works without this.
const REST_MILLIS = 4000;

/** A region is left alone while somebody works in it: an open detail or the focus would be lost. */
function isInUse(region) {
  return region.contains(document.activeElement) || region.querySelector('details[open]') !== null;
}

async function lookAgain() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
  // The session has ended. Whoever is writing keeps the page with what is written; others are led to the sign-in.
  if (answer.type === 'opaqueredirect' && !document.querySelector('.decide')) return location.reload();
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // A question has come or gone: the parts of the page are other ones now.
  if (!document.querySelector('.decide') && fresh.querySelector('.decide')) return location.reload();
  const now = document.querySelectorAll('[data-live]');
  const next = fresh.querySelectorAll('[data-live]');
  if (now.length !== next.length) return;
  now.forEach((region, i) => {
    if (!isInUse(region) && region.innerHTML !== next[i].innerHTML) region.replaceWith(next[i]);
  });
}

async function watch() {
  if (document.visibilityState === 'visible' && document.querySelector('[data-live]')) {
    await lookAgain().catch(() => undefined); // The next look may find the service again.
  }
  setTimeout(watch, REST_MILLIS);
}

setTimeout(watch, REST_MILLIS);
