import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

/** One sheet of a workbook: its first row is the head. Numbers stand as numbers, everything else as text. */
export interface Sheet {
  name: string;
  rows: (string | number | null)[][];
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : '\uFFFD'));
const columnOf = (n: number): string => (n >= 26 ? columnOf(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel takes no longer cell. */
const longest = 32_767;

/** Text is always text (`inlineStr`): no cell of ours is a formula, whatever it begins with. */
function cell(value: string | number | null, row: number, column: number): string {
  const at = `r="${columnOf(column)}${row + 1}" s="${row === 0 ? 1 : 2}"`;
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, longest))}</t></is></c>`;
}

function sheetXml({ rows }: Sheet): string {
  const widths = (rows[0] ?? []).map((_, n) => Math.min(60, Math.max(8, ...rows.map((row) => String(row[n] ?? '').length + 2))));
  const columns = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join('');
  const body = rows.map((row, n) => `<row r="${n + 1}">${row.map((value, at) => cell(value, n, at)).join('')}</row>`).join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${body}</sheetData></worksheet>`;
}

/** A name as Excel takes it: at most 31 signs, none of `: \ / ? * [ ]`. */
const sheetName = (name: string): string => escaped(name.replace(/[:\\/?*[\]']/g, ' ').slice(0, 31));

/** A workbook (XLSX) of these sheets; the same sheets at the same moment give the same bytes. */
export async function makeWorkbook(sheets: Sheet[], at: Date): Promise<Buffer> {
  const each = (write: (n: number, sheet: Sheet) => string): string => sheets.map((sheet, n) => write(n + 1, sheet)).join('');
  const font = '<font><sz val="11"/><name val="Calibri"/></font>';
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n, sheet) => `<sheet name="${sheetName(sheet.name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageOf}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId0" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2">${font}${font.replace('<font>', '<font><b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet)])),
  };
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { mtime: at });
  zip.end();
  return buffer(zip.outputStream as never);
}
