// @ts-check
// The table of many values: pasting from a spreadsheet, arrow keys, taking a paste back. Without it the table is a plain form.
(() => {
  const form = document.querySelector('.grid-form');
  if (!form) return;
  for (const hint of document.querySelectorAll('[data-script]')) hint.removeAttribute('hidden');
  /** @type {HTMLInputElement[]} */
  const fields = [...form.querySelectorAll('td .field input')];
  /** Values before each paste, the newest last. @type {string[][]} */
  const before = [];

  /** The cells of the last column that holds a figure, and how many columns hold one: a spreadsheet gives rows of tabs. @param {string} text */
  const columnOf = (text) => {
    const rows = text.replace(/\r/g, '').replace(/\n$/, '').split('\n').map((row) => row.split('\t'));
    const width = Math.max(...rows.map((row) => row.length));
    const filled = Array.from({ length: width }, (_, n) => n).filter((n) => rows.some((row) => /^[\s\d.,−–+-]*\d[\s\d.,]*$/.test(row[n] ?? '')));
    const taken = filled.at(-1) ?? 0;
    const names = rows.map((row) => row.map((cell) => cell.trim()).find((cell, n) => n !== taken && /\p{L}{3}/u.test(cell)) ?? '');
    return { cells: rows.map((row) => (row[taken] ?? '').trim()), columns: filled.length, names };
  };
  const titles = fields.map((field) => (form.querySelector(`label[for="${field.id}"]`)?.textContent ?? '').toLowerCase());
  /** The one row that a name speaks of: a part of its title, or else within it; -1 where none does, or several. @param {string} name */
  const rowNamed = (name) => {
    const wanted = name.toLowerCase();
    for (const fits of [/** @param {string} title */ (title) => title.split(', ').includes(wanted), /** @param {string} title */ (title) => title.includes(wanted)]) {
      const found = titles.flatMap((title, n) => (fits(title) ? [n] : []));
      if (found.length > 0) return found.length === 1 ? /** @type {number} */ (found[0]) : -1;
    }
    return -1;
  };
  const told = /** @type {HTMLElement | null} */ (document.querySelector('#tempel'));
  /** @param {EventTarget | null} target */
  const placeOf = (target) => fields.indexOf(/** @type {HTMLInputElement} */ (target));

  form.addEventListener('paste', (event) => {
    const at = placeOf(event.target);
    const text = /** @type {ClipboardEvent} */ (event).clipboardData?.getData('text') ?? '';
    if (at < 0 || !/[\n\t]/.test(text)) return;
    event.preventDefault();
    before.push(fields.map((field) => field.value));
    const { cells, columns, names } = columnOf(text);
    // Rows that say whose they are go where they belong; of others, and where one name is nobody's, the order counts, and that is told.
    const named = names.map(rowNamed);
    const byName = named.every((row) => row >= 0) && new Set(named).size === named.length;
    const places = byName ? named : cells.map((_, n) => at + n);
    cells.forEach((cell, n) => {
      const field = fields[places[n] ?? -1];
      if (field && cell !== '') field.value = cell;
    });
    const over = byName ? 0 : cells.slice(fields.length - at).filter((cell) => cell !== '').length;
    if (told) told.textContent = [over > 0 ? told.dataset.over?.replace('#', String(over)) : '', columns > 1 ? told.dataset.columns : '', byName ? told.dataset.named : names.some(Boolean) ? told.dataset.order : ''].filter(Boolean).join(' ');
  });
  form.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    const at = placeOf(event.target);
    if (at < 0) return;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      fields[at + by]?.focus();
      fields[at + by]?.select();
    } else if (key.toLowerCase() === 'z' && (ctrlKey || metaKey) && before.length > 0) {
      event.preventDefault();
      before.pop()?.forEach((value, n) => {
        const field = fields[n];
        if (field) field.value = value;
      });
    }
  });
  form.addEventListener('input', () => { before.length = 0; });
})();
