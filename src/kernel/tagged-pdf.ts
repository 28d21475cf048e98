import { inflateSync } from 'node:zlib';

/**
 * What of PDF/UA-1 can be seen in the bytes of a PDF that holds its objects in plain sight (as typst writes it), by the numbers of the Matterhorn
 * Protocol 1.1. Answers what is wrong; it is no proof of the rest, for which veraPDF is (decision 0026). For tests.
 */
export function problemsOfPdf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj([\s\S]*?)\nendobj/g)].map(([, id, body]) => [Number(id), body ?? '']));
  const all = [...objects.values()].map((body) => body.split('\nstream')[0] ?? '');
  const catalog = all.find((body) => /\/Type \/Catalog/.test(body)) ?? '';
  const problems: string[] = [];
  const need = (number: string, holds: boolean, what: string): void => void (holds || problems.push(`${number} ${what}`));
  need('06-002', /<pdfuaid:part>1<\/pdfuaid:part>/.test(text), 'metadata does not say PDF/UA-1');
  need('06-003', /<dc:title>/.test(text), 'no title in the metadata');
  need('07-001', /\/DisplayDocTitle true/.test(text), 'the title is not shown');
  need('09-004', /\/Marked true/.test(catalog) && /\/StructTreeRoot/.test(catalog), 'not tagged');
  need('01-007', !/\/Suspects true/.test(catalog), 'tags that are said to be doubtful');
  need('11-006', /\/Lang \([a-z]{2}(-[A-Z]{2})?\)/.test(catalog), 'no language');
  const elements = all.filter((body) => /\/Type \/StructElem/.test(body));
  const rolesOf = (role: string): string[] => elements.filter((body) => new RegExp(`/S /${role}\\b`).test(body));
  const levels = elements.flatMap((body) => /\/S \/H(\d)\b/.exec(body)?.[1] ?? []).map(Number);
  need('14-002', levels.length === 0 || levels.includes(1), 'no heading of level 1');
  need('14-003', [...new Set(levels)].sort().every((level, n) => level === n + 1), 'a level of headings is left out');
  for (const cell of rolesOf('TH')) need('15-003', /\/Scope \/(Column|Row|Both)/.test(cell), 'a head cell without scope');
  for (const figure of [...rolesOf('Figure'), ...rolesOf('Formula')]) need('13-004', /\/Alt |\/ActualText /.test(figure), 'a picture without words');
  for (const font of all.filter((body) => /\/Subtype \/Type0/.test(body))) need('10-001', /\/ToUnicode/.test(font), 'a font whose signs are no letters');
  for (const font of all.filter((body) => /\/Type \/FontDescriptor/.test(body))) need('31-009', /\/FontFile[23]?/.test(font), 'a font that is not inside');
  for (const page of all.filter((body) => /\/Type \/Page\b/.test(body))) {
    need('28-008', !/\/Annots/.test(page) || /\/Tabs \/S/.test(page), 'an order of tabs that is not the structure\'s');
    need('09-005', /\/StructParents/.test(page), 'a page that the structure does not know');
    for (const [, id] of page.matchAll(/\/Contents (\d+) 0 R/g)) need('01-005', allMarked(contentOf(pdf, text, Number(id))), 'text that is neither tagged nor an artifact');
  }
  return problems;
}

function contentOf(pdf: Buffer, text: string, id: number): string {
  const from = text.search(new RegExp(`(^|\\n)${id} 0 obj`));
  const length = Number(/\/Length (\d+)/.exec(text.slice(from))?.[1]);
  const at = text.indexOf('stream', from) + 'stream'.length;
  const start = text[at] === '\r' ? at + 2 : at + 1;
  return inflateSync(pdf.subarray(start, start + length)).toString('latin1');
}

/** Whether all text stands between `BDC` or `BMC` and its `EMC`. */
function allMarked(content: string): boolean {
  let depth = 0;
  for (const [word] of content.matchAll(/\b(BDC|BMC|EMC|Tj|TJ)\b/g)) {
    if (word === 'EMC') depth -= 1;
    else if (word === 'BDC' || word === 'BMC') depth += 1;
    else if (depth === 0) return false;
  }
  return true;
}
