import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { escaped } from '../xml.ts';
import type { Piece } from './piece.ts';

const [width, height] = [360, 214];
const ink = { strong: '#1c1a17', quiet: '#5c564d', line: '#8a1c3b', ground: '#ffffff', edge: '#cfc8bc' };

/** Words in lines of at most so many signs, at most `lines` of them; what is left over ends in an ellipsis. */
export function wrapped(text: string, most: number, lines: number): string[] {
  const found: string[] = [''];
  for (const word of text.split(' ')) {
    const last = found.at(-1) ?? '';
    if (last === '' || last.length + 1 + word.length <= most) found[found.length - 1] = last === '' ? word : `${last} ${word}`;
    else found.push(word);
  }
  if (found.length <= lines) return found.map((one) => (one.length > most ? `${one.slice(0, most - 1)}…` : one));
  return found.slice(0, lines).map((one, n) => (n === lines - 1 ? `${one.slice(0, most - 1)}…` : one));
}

/** The piece as a drawing that needs nothing else: no style sheet, no script, no font of ours. `origin` makes its link whole. */
export function drawPiece(piece: Piece, origin: string): string {
  const text = (x: number, y: number, size: number, words: string, more = ''): string => `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escaped(words)}</text>`;
  const title = wrapped(piece.title, 40, 2);
  const top = 24 + title.length * 18;
  const size = piece.large.length > 22 ? 17 : piece.large.length > 16 ? 20 : 32;
  const description = [piece.title, piece.place, `${piece.large}${piece.note ? `, ${piece.note}` : ''}`, piece.ends?.from ?? '', piece.source, piece.asOf, piece.fictional ?? ''].filter(Boolean).map((one) => one.replace(/\.$/, '')).join('. ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif"><title>${escaped(`${piece.title}, ${piece.place}`)}</title><desc>${escaped(description)}</desc>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" fill="${ink.ground}" stroke="${ink.edge}"/><a href="${escaped(origin + piece.href)}" target="_top">
${title.map((one, n) => text(16, 26 + n * 18, 15, one, `font-weight="600" fill="${ink.strong}"`)).join('')}
${text(16, top + 28, size, piece.large, `font-weight="700" fill="${ink.strong}"`)}
${wrapped(piece.note, piece.ends ? 26 : 46, 2).map((one, n) => text(16, top + 48 + n * 15, 12, one, `fill="${ink.quiet}"`)).join('')}
${drawLine(piece, top)}
${piece.fictional ? text(16, height - 60, 12, piece.fictional, `font-weight="600" fill="${ink.line}"`) : ''}
${text(16, height - 43, 11, wrapped(piece.source, 54, 1)[0] ?? '', `fill="${ink.quiet}"`)}${text(16, height - 28, 11, wrapped(piece.place, 54, 1)[0] ?? '', `fill="${ink.quiet}"`)}${text(16, height - 13, 11, piece.asOf, `fill="${ink.quiet}"`)}${text(width - 16, height - 13, 11, 'Serasan', `text-anchor="end" font-weight="600" fill="${ink.line}"`)}
</a></svg>
`;
}

/** The row of years on the right, broken where a year has no figure; its ends are told in words. */
function drawLine({ line: row, ends }: Piece, top: number): string {
  if (row.length < 2 || !ends) return '';
  const [x0, x1, y0, y1] = [196, width - 20, top + 62, top + 12];
  const [years, values] = [row.map((one) => one.at), row.map((one) => one.value)];
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [x0, x1]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [y0, y1]);
  const runs: Piece['line'][] = [];
  for (const one of row) {
    const last = runs.at(-1);
    if (one.joined && last) last.push(one);
    else runs.push([one]);
  }
  const path = runs.map((run) => line<Piece['line'][number]>((one) => x(one.at), (one) => y(one.value)).digits(1)(run) ?? '').join('');
  const alone = runs.flatMap((run) => (run.length === 1 && run[0] ? [`<circle cx="${x(run[0].at).toFixed(1)}" cy="${y(run[0].value).toFixed(1)}" r="2" fill="${ink.line}"/>`] : [])).join('');
  const last = row.at(-1) as Piece['line'][number];
  return `<path d="${path}" fill="none" stroke="${ink.line}" stroke-width="2"/>${alone}<circle cx="${x(last.at).toFixed(1)}" cy="${y(last.value).toFixed(1)}" r="3.5" fill="${ink.line}"/><text x="${x0}" y="${y0 + 18}" font-size="11" fill="${ink.quiet}">${escaped(ends.from)}</text><text x="${x1}" y="${y0 + 18}" font-size="11" text-anchor="end" fill="${ink.quiet}">${escaped(ends.to)}</text>`;
}

/** A small page that another site may frame: the drawing, and its words for who sees no drawing. */
export function piecePage(piece: Piece, origin: string, { lang, image, open }: { lang: string; image: string; open: string }): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(`${piece.title}, ${piece.place}`)}</title><link rel="stylesheet" href="/tempel.css"></head>
<body><main><a href="${escaped(origin + piece.href)}" target="_top"><img src="${escaped(image)}" width="${width}" height="${height}" alt="${escaped([piece.title, piece.place, piece.large, piece.note, piece.source, piece.asOf].filter(Boolean).join(', '))}"></a>
<p>${piece.fictional ? `${escaped(piece.fictional)}. ` : ''}<a href="${escaped(origin + piece.href)}" target="_top">${escaped(open)}</a></p></main></body></html>
`;
}
