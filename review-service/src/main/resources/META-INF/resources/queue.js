// Single keys for who works through the queue. Everything works without them, and they can be turned off (WCAG 2.1.4).
const STORED = 'touchstone.keys';
const toggle = document.getElementById('keys-on');

function areOn() {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true; // A browser may forbid to remember anything.
  }
}

function remember(on) {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // Then it holds for this page.
  }
}

function isTyping(target) {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

/** Looked for anew each time: the list may have been looked at again meanwhile. */
function move(step) {
  const names = [...document.querySelectorAll('.case .name')];
  const here = names.findIndex((name) => name.closest('.case').contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : names.length - 1) : here + step;
  names[Math.min(Math.max(next, 0), names.length - 1)]?.focus();
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  c: () => document.activeElement?.closest('.case')?.querySelector('form.claim button')?.click(),
  '/': () => document.getElementById('q')?.focus(),
  '?': () => {
    const keys = document.getElementById('keys');
    keys.open = !keys.open;
    keys.querySelector('summary').focus();
  },
};

document.addEventListener('keydown', (event) => {
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
  if (!action || !toggle?.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  event.preventDefault();
  action();
});

if (toggle) {
  toggle.checked = areOn();
  toggle.disabled = false;
  toggle.addEventListener('change', () => remember(toggle.checked));
}
