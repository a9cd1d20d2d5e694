// Shows by itself what happens in a review while its page is open. Everything works without this file.
// A page takes part by attributes: data-live on a region that may be replaced by its newer self, data-events with the address of
// a review's events.

const REST_MILLIS = 4_000; // Between two looks where nobody tells of events.
const CALM_MILLIS = 60_000; // Where events are told, ages and waiting times still move on.
const GATHER_MILLIS = 250; // Events come in bundles; one look is enough for all of them.
const QUIET_MILLIS = 10_000; // Nobody wants to be told of changes more often.

// The policy forbids making elements of text to all scripts but this one, which does so with pages of this service only.
const own = window.trustedTypes?.createPolicy('live', { createHTML: page => page }) ?? { createHTML: page => page };

const words = document.getElementById('live')?.dataset ?? {};
let stream; // Of the review that is looked at; undefined where there is none.
let looking = false;
let due; // The timer of the next look.
const touched = new WeakSet(); // Details that somebody has opened or closed.
let told = 0; // When somebody was last told of a change.

/** By a live region, which a screen reader reads when it has nothing else to say. The focus stays where it is. */
function announce(text) {
  const place = document.getElementById('live');
  if (place && text) place.textContent = text;
}

function isChanged(field) {
  if (field instanceof HTMLSelectElement) return [...field.options].some(option => option.selected !== option.defaultSelected);
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** Whether something was put in that a newer page would lose. */
function isFilledIn(part) {
  return [...part.querySelectorAll('input:not([type=hidden]), textarea, select')].some(isChanged);
}

/** A region is left alone while somebody works in it: focus, open details, a selection or what was put in would be lost. */
function isInUse(region) {
  const selected = getSelection();
  return region.contains(document.activeElement) || isFilledIn(region)
    || [...region.querySelectorAll('details[open]')].some(details => touched.has(details))
    || !selected.isCollapsed && region.contains(selected.anchorNode);
}

/** The page has other parts now. Whoever is writing keeps what is written, and is told. */
function startOver() {
  if (!isFilledIn(document)) return location.reload();
  announce(words.changed);
  document.getElementById('live')?.classList.remove('hidden');
}

function bring(fresh) {
  const now = [...document.querySelectorAll('[data-live]')];
  const next = [...fresh.querySelectorAll('[data-live]')];
  const asked = page => page.querySelector('.decide') !== null;
  if (now.length !== next.length || asked(document) !== asked(fresh)) return startOver();
  const changed = now.filter((region, i) => region.innerHTML !== next[i].innerHTML && !isInUse(region));
  changed.forEach(region => region.replaceWith(next[now.indexOf(region)]));
  if (changed.length > 0) {
    dress();
    if (Date.now() - told > QUIET_MILLIS) {
      told = Date.now();
      announce(words.updated);
    }
  }
}

async function look() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
  // The session has ended: the page leads to the sign-in, and back to itself.
  if (answer.type === 'opaqueredirect') return startOver();
  if (answer.ok) bring(new DOMParser().parseFromString(own.createHTML(await answer.text()), 'text/html'));
}

/** After this time at the latest; at once, if that was asked for before. */
function lookWithin(millis) {
  clearTimeout(due);
  due = setTimeout(async () => {
    if (looking || document.hidden) return;
    looking = true;
    await look().catch(() => undefined); // The next look may find the service again.
    looking = false;
    lookWithin(stream?.readyState === EventSource.OPEN ? CALM_MILLIS : REST_MILLIS);
  }, millis);
}

/** A hidden page asks for nothing: a browser has few connections, and each open tab would hold one. */
function follow() {
  stream?.close();
  stream = undefined;
  clearTimeout(due);
  if (document.hidden || document.querySelector('[data-live]') === null) return;
  const address = document.querySelector('[data-events]')?.dataset.events;
  if (address) {
    stream = new EventSource(address);
    stream.onmessage = () => lookWithin(GATHER_MILLIS);
    stream.addEventListener('end', () => stream.close());
  }
  lookWithin(REST_MILLIS);
}

/** A table that does not fit is scrolled, by keyboard as well. */
function dress() {
  document.querySelectorAll('.wide').forEach(part => {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0; else part.removeAttribute('tabindex');
  });
}

document.addEventListener('click', event => {
  const summary = event.target.closest?.('summary');
  if (summary) touched.add(summary.parentElement);
});
document.addEventListener('visibilitychange', follow);
addEventListener('resize', dress);
dress();
follow();
