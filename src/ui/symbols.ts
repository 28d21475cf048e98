/** A drawn symbol: its box and what is inside. Strokes and fills take the colour of where the symbol stands. */
interface Drawn {
  box: string;
  body: string;
}

const steps = [20, 15, 10, 5, 0];
const band = (y: number): string => `M0 ${y}h20v4H0z`;
const frame = (extra = ''): string => `<path d="M.8.8h18.4v22.4H.8z" fill="none" stroke="currentColor" stroke-width="1.6"${extra}/>`;
const pen = (d: string, width: number): string => `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}"/>`;
const tag = (d: string, extra = ''): Drawn => ({ box: '0 0 14 14', body: pen(d, 1.5) + extra });
const shape = (body: string): Drawn => ({ box: '0 0 24 24', body });
const solid = (d: string): Drawn => shape(`<path d="${d}" fill="currentColor" fill-rule="evenodd"/>`);
const sign = (body: string): Drawn => ({ box: '0 0 20 24', body });

/** Takaran: as many of five steps filled as the class says, from below. */
function measure(level: number, hatched: boolean): Drawn {
  const full = steps.slice(0, level).map(band).join('');
  const empty = steps.slice(level).map(band).join('');
  const top = steps[level - 1] ?? 0;
  const over = hatched ? `<path d="M0 ${top}h20V24H0z" class="hatch"/>${pen(`M.75 ${top + 0.75}h18.5V23.25H.75z`, 1.5)}` : '';
  return sign(`${empty && `<path d="${empty}" class="unfilled"/>`}<path d="${full}" fill="currentColor"/>${over}`);
}

export const symbols: Record<string, Drawn> = {
  ...Object.fromEntries([1, 2, 3, 4, 5].flatMap((n) => [[`k${n}`, measure(n, false)], [`h${n}`, measure(n, true)]])),
  'm-plus': sign(frame() + pen('M10 6.5v11M4.5 12h11', 2.6)),
  'm-minus': sign(frame() + pen('M4.5 12h11', 2.6)),
  'm-mixed': sign(frame() + pen('M10 4v8M6 8h8M6 17.5h8', 2.2)),
  'm-same': sign(frame() + pen('M4.5 9.4h11M4.5 14.6h11', 2.2)),
  'm-dot': sign(`${frame()}<circle cx="10" cy="12" r="3.4" fill="currentColor"/>`),
  'm-box': sign(frame(' stroke-dasharray="3 2.6"')),
  'm-line': sign('<path d="M1 12h18" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.3"/>'),
  'p-gov': solid('M2 2h20v20H2zM6 11v3h12v-3z'),
  'p-brd': solid('M12 0l12 12-12 12L0 12zM12 8l-4 4 4 4 4-4z'),
  'p-eco': solid('M12 1a11 11 0 100 22 11 11 0 000-22zM12 6a6 6 0 110 12 6 6 0 010-12z'),
  'p-liv': solid('M12 1l11 10v12H1V11zM9 15v8h6v-8z'),
  'p-soc': shape('<g fill="currentColor"><circle cx="12" cy="6" r="5.4"/><circle cx="6" cy="17.4" r="5.4"/><circle cx="18" cy="17.4" r="5.4"/></g>'),
  'p-env': solid('M22 2C9 1 2 6 2 14c0 3 1 5 2 6L14 10 6 22c2 1 4 1 5 1C19 23 23 15 22 2z'),
  'p-any': shape('<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="4"/>'),
  't-reading': tag('M1 1h12v12H1zM1 8l7-7M1 13L13 1M6 13l7-7'),
  't-simulated': tag('M1 1h12v12H1z', '<path d="M4 4h2v2H4zM8 4h2v2H8zM4 8h2v2H4zM8 8h2v2H8z" fill="currentColor"/>'),
  't-provisional': tag('M1 4v8.25h12V4', '<path d="M3 8h8v3H3z" fill="currentColor"/>'),
  't-disputed': tag('M1 5h12M1 9.5h12M10 1L4 13'),
  't-derived': tag('M7 1.5v11M1.5 7h11', '<circle cx="2.5" cy="2.5" r="1.5" fill="currentColor"/><circle cx="11.5" cy="11.5" r="1.5" fill="currentColor"/>'),
  't-stated': tag('M1 2h12v8H6.5L3.5 13v-3H1zM4 6h6'),
  't-verified': tag('M1 1h12v12H1zM3.6 7.2l2.5 2.5 4.4-5'),
  't-break': tag('M1 10.5h4.5M8.5 3.5H13M7 1v3M7 5.5v3M7 10v3'),
  't-none': { box: '0 0 14 14', body: '<path d="M1 1h12v12H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 1.8"/>' },
  't-stale': tag('M11.5 4.5A5 5 0 1 0 12 8M11.8 1.5v3.2H8.6'),
  't-old': tag('M7 3.5V7l2.5 2', '<circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/>'),
};

/** The used symbols as one hidden SVG; it stands at the end of a page, when all uses are known. */
export function spriteOf(used: Iterable<string>): string {
  const ids = [...used].filter((id) => symbols[id] !== undefined).sort();
  const hatch = ids.some((id) => /^h\d$/.test(id)) || [...used].includes('hatch')
    ? '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h2.1v5H0z" class="stripe"/></pattern>'
    : '';
  return hatch + ids.map((id) => `<symbol id="${id}" viewBox="${symbols[id]?.box}">${symbols[id]?.body}</symbol>`).join('');
}
