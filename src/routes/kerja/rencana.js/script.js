// @ts-check
// The outline of a plan by keyboard and by dragging: each row has buttons that do the same. Without it the outline is plain forms.
(() => {
  const list = document.querySelector('form .outline');
  const drop = /** @type {HTMLFormElement | null} */ (document.querySelector('.outline-drop'));
  if (!list) return;
  for (const hint of document.querySelectorAll('[data-script]')) hint.removeAttribute('hidden');
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('li')]);
  /** The row that was taken by the space bar: then Tab moves it in and out; Escape lets it go, so that nobody is caught. @type {HTMLElement | null} */
  let taken = null;

  /** @param {HTMLElement | null} row */
  const take = (row) => {
    taken?.removeAttribute('data-taken');
    taken = row;
    taken?.setAttribute('data-taken', '');
  };
  /** @param {HTMLElement} row @param {string} step */
  const go = (row, step) => /** @type {HTMLButtonElement | null} */ (row.querySelector(`button[value^="${step} "]`))?.click();
  rows.forEach((row, n) => {
    row.tabIndex = n === 0 ? 0 : -1;
    row.draggable = true;
  });
  /** @param {HTMLElement | undefined} row */
  const choose = (row) => {
    if (!row) return;
    for (const one of rows) one.tabIndex = one === row ? 0 : -1;
    row.focus();
  };

  list.addEventListener('keydown', (given) => {
    const event = /** @type {KeyboardEvent} */ (given);
    const row = /** @type {HTMLElement} */ (event.target);
    if (!rows.includes(row)) return;
    /** @type {Record<string, string>} */
    const steps = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };
    const step = event.key === 'Tab' ? (event.shiftKey ? 'out' : 'in') : steps[event.key];
    if (step && (event.key === 'Tab' ? taken === row : event.altKey)) go(row, step);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') choose(rows[rows.indexOf(row) + (event.key === 'ArrowUp' ? -1 : 1)]);
    else if (event.key === ' ') take(taken === row ? null : row);
    else if (event.key === 'Escape' && taken) take(null);
    else if (event.key === 'Enter') row.querySelector('a')?.click();
    else return;
    event.preventDefault();
  });

  /** @type {HTMLElement | null} */
  let dragged = null;
  /** @param {EventTarget | null} target */
  const rowOf = (target) => /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest('.outline > li') : null);
  list.addEventListener('dragstart', (event) => { dragged = rowOf(event.target); });
  list.addEventListener('dragover', (event) => {
    const row = rowOf(event.target);
    if (!dragged || !row) return;
    event.preventDefault();
    for (const one of rows) one.toggleAttribute('data-over', one === row && one !== dragged);
  });
  list.addEventListener('dragend', () => { for (const one of rows) one.removeAttribute('data-over'); });
  list.addEventListener('drop', (event) => {
    const row = rowOf(event.target);
    if (!dragged || !row || row === dragged || !drop) return;
    event.preventDefault();
    const first = Number(new URLSearchParams(location.search).get('mulai') ?? 0);
    /** @type {HTMLInputElement} */ (drop.elements.namedItem('moved')).value = dragged.dataset.code ?? '';
    /** @type {HTMLInputElement} */ (drop.elements.namedItem('at')).value = String(first + rows.indexOf(row) + 1);
    drop.submit();
  });
  // After a step the row that moved is in focus again.
  const moved = rows.find((row) => row.id === decodeURIComponent(location.hash.slice(1)));
  if (moved) choose(moved);
})();
