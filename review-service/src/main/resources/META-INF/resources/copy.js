// Offers to copy what a button names. Without a clipboard the buttons stay hidden: the text beside them can be selected.
const SHOWN_MILLIS = 1500;

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.textContent;
  button.textContent = button.closest('[data-copied]')?.dataset.copied ?? label;
  setTimeout(() => { button.textContent = label; }, SHOWN_MILLIS);
}

// Only pages from https or from this machine are given a clipboard.
if (navigator.clipboard) {
  document.documentElement.classList.add('can-copy');
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-copy]');
    if (button) copy(button).catch(() => undefined);
  });
}
