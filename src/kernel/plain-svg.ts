const colour = /^(none|currentColor|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|[a-z]{3,20})$/;
const number = /^-?(\d{1,6}(\.\d{0,6})?|\.\d{1,6})$/;
const numbers = /^[-\d., ]{1,4000}$/;

/** What each attribute may say. No name that could load, run or style anything is here, and no value that could: `url(…)`, escapes and references match nothing. */
const values: Record<string, RegExp> = {
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/, viewBox: /^(-?\d{1,6}(\.\d{1,6})?[ ,]){3}\d{1,6}(\.\d{1,6})?$/,
  fill: colour, stroke: colour, 'stroke-width': number, 'stroke-linejoin': /^(miter|round|bevel)$/, 'stroke-linecap': /^(butt|round|square)$/,
  'fill-rule': /^(nonzero|evenodd)$/, opacity: number, d: /^[MmLlHhVvCcSsQqTtAaZz\d., \n-]{1,20000}$/, points: numbers,
  transform: /^(matrix|translate|scale|rotate|skewX|skewY)\([-\d., ]{1,200}\)$/,
  ...Object.fromEntries(['width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'x1', 'y1', 'x2', 'y2'].map((name) => [name, number])),
};
const shapes = new Set(['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);
const deepest = 16;

/** One tag from its `<` on: name, attributes, and how it ends. */
const tag = /<(\/?)([a-z]+)((?: [\w-]+="[^"<>&\\]*")*) ?(\/?)>/y;
const attribute = / ([\w-]+)="([^"]*)"/g;

function attributesOf(written: string, root: boolean): boolean {
  const seen = new Set<string>();
  for (const [, name = '', value = ''] of written.matchAll(attribute)) {
    const allowed = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!allowed?.test(value) || seen.has(name) || (name === 'xmlns' && !root)) return false;
    seen.add(name);
  }
  return !root || (seen.has('xmlns') && seen.has('viewBox'));
}

/**
 * One `<svg>` with its namespace and view box, holding shapes and groups with plain attributes and nothing else: no text, entity, comment,
 * reference, style or script. What is not on the lists is refused, whatever it may be. Takes time in proportion to the length.
 */
export function isPlainSvg(given: string): boolean {
  const text = given.trim();
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '<') {
      if (!/\s/.test(text[at] ?? '')) return false;
      at += 1;
      continue;
    }
    tag.lastIndex = at;
    const [whole = '', closing, name = '', attributes = '', selfClosing] = tag.exec(text) ?? [];
    if (whole === '') return false;
    const root = at === 0;
    at += whole.length;
    if (closing) {
      if (attributes !== '' || selfClosing || open.pop() !== name) return false;
    } else {
      if (root ? name !== 'svg' : open.length === 0 || !(name === 'g' || shapes.has(name))) return false;
      if (!attributesOf(attributes, root)) return false;
      if (!selfClosing) open.push(name);
      if (open.length > deepest) return false;
    }
    if (open.length === 0 && at < text.length) return false;
  }
  return text !== '' && open.length === 0;
}
