import { type HTMLElement, type Node, NodeType, parse } from 'node-html-parser';

/** What a page must answer for, found in its `<main>`. */
export interface Unexplained {
  problems: string[];
  /** Figures with the address of their explanation. */
  figures: { value: string; href: string }[];
  /** Anchors that have words to read. */
  places: Set<string>;
  /** Counts whose rows stand on another page. */
  elsewhere: { count: string; rows: string; at: string }[];
}

const plainKinds = ['code', 'axis', 'count', 'formula'];

/**
 * The rule of the numbers: every digit in `<main>` is a figure inside a link to its explanation, a `<time>`, a text taken over word for
 * word (`data-text`), or declared plain; a plain count is compared with the rows it counts; a number drawn in a chart stands as a figure too.
 */
export function findUnexplained(html: string | HTMLElement): Unexplained {
  const found: Unexplained = { problems: [], figures: [], places: new Set(), elsewhere: [] };
  const main = (typeof html === 'string' ? parse(html, { blockTextElements: { script: true, style: true } }) : html).querySelector('main');
  if (!main) return { ...found, problems: ['no <main>'] };
  for (const place of main.querySelectorAll('[id]')) if (place.text.trim().length > 20) found.places.add(place.id);
  const drawn: string[] = [];
  walk(main, main, found, drawn);
  const shown = new Set(main.querySelectorAll('data.figure').flatMap((figure) => numbersIn(figure.text)));
  for (const text of drawn) if (!numbersIn(text).every((number) => shown.has(number))) found.problems.push(`drawn but not a figure on the page: ${text}`);
  return found;
}

/** The numbers of a written text, as written: `bobot 12,5` gives `12,5`. */
const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

function walk(node: Node, main: HTMLElement, found: Unexplained, drawn: string[]): void {
  if (node.nodeType === NodeType.TEXT_NODE) {
    if (/\d/.test(node.text)) found.problems.push(`bare number: ${node.text.trim().slice(0, 80)}`);
    return;
  }
  if (node.nodeType !== NodeType.ELEMENT_NODE) return;
  const element = node as HTMLElement;
  const tag = element.rawTagName?.toLowerCase() ?? '';
  if (['time', 'style', 'title', 'desc'].includes(tag) || element.hasAttribute('data-text')) return;
  if (tag === 'data' && element.classList.contains('figure')) return figure(element, found);
  const plain = element.getAttribute('data-plain');
  if (plain !== undefined) return plainNumber(element, plain, main, found);
  if (tag === 'text') {
    if (/\d/.test(element.text)) drawn.push(element.text.trim());
    return;
  }
  for (const child of element.childNodes) walk(child, main, found, drawn);
}

function figure(element: HTMLElement, found: Unexplained): void {
  const href = element.closest('a')?.getAttribute('href');
  const value = element.getAttribute('value');
  if (!href) found.problems.push(`a figure without a link: ${element.text.trim()}`);
  else if (!value) found.problems.push(`a figure without a value: ${element.text.trim()}`);
  else found.figures.push({ value, href });
}

function plainNumber(element: HTMLElement, kind: string, main: HTMLElement, found: Unexplained): void {
  const text = element.text.trim();
  if (!plainKinds.includes(kind)) found.problems.push(`plain of an unknown kind ${kind}: ${text}`);
  if (kind !== 'count') return;
  const rows = element.getAttribute('data-rows');
  const at = element.getAttribute('data-rows-at');
  if (!rows) found.problems.push(`a count without its rows: ${text}`);
  else if (at) found.elsewhere.push({ count: text, rows, at });
  else if (!countMatches(main, rows, text)) found.problems.push(`counted ${main.querySelectorAll(rows).length} of ${rows}, but the page says ${text}`);
}

/** Whether a page holds as many rows as a count says; thousands separators of either language are passed over. */
export function countMatches(page: HTMLElement, rows: string, text: string): boolean {
  return page.querySelectorAll(rows).length === Number(text.replace(/[^\d]/g, ''));
}
