// House rules that no linter knows: doors, readmes, sizes, messages. `checkHouse(root)` is tried on a planted house in its test.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';

const mostLines = 400;
const mostLinesOfFunction = 60;
const mostNames = 20;

/** Every breach of the house rules below `root`, one sentence each. */
export function checkHouse(root: string): string[] {
  const src = join(root, 'src');
  const slices = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'routes').map((entry) => entry.name);
  const files = readdirSync(src, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return [
    ...slices.flatMap((slice) => doors(join(src, slice), slice)),
    ...files.filter((file) => /\.(ts|svelte|css)$/.test(file)).flatMap((file) => sizes(file, relative(root, file))),
    ...files.filter((file) => file.endsWith('messages.id.json')).flatMap((file) => messages(file, relative(root, file))),
  ];
}

function doors(folder: string, slice: string): string[] {
  const problems: string[] = [];
  if (!existsSync(join(folder, 'README.md'))) problems.push(`${slice}: no README.md`);
  if (['kernel', 'app'].includes(slice)) return problems;
  const door = join(folder, 'index.ts');
  if (!existsSync(door)) return [...problems, `${slice}: no door index.ts`];
  const text = readFileSync(door, 'utf8');
  if (/\.svelte|ui\.ts/.test(text)) problems.push(`${slice}/index.ts: plain Node cannot load a component`);
  const names = [...text.matchAll(/\{([^}]*)\}/g)].flatMap((found) => (found[1] ?? '').split(',').filter((name) => name.trim() !== ''));
  if (names.length > mostNames && slice !== 'ui') problems.push(`${slice}/index.ts: ${names.length} names, at most ${mostNames}`);
  const other = join(folder, 'ui.ts');
  if (existsSync(other) && /\.store\.ts|from 'kysely'|from 'node:/.test(readFileSync(other, 'utf8'))) problems.push(`${slice}/ui.ts: a store behind the door of components`);
  return problems;
}

function sizes(file: string, name: string): string[] {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length;
  const problems = lines > mostLines ? [`${name}: ${lines} lines, at most ${mostLines}`] : [];
  if (!file.endsWith('.ts') || file.endsWith('.test.ts')) return problems;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const length = source.getLineAndCharacterOfPosition(node.end).line - from + 1;
      if (length > mostLinesOfFunction) problems.push(`${name}:${from + 1}: a function of ${length} lines, at most ${mostLinesOfFunction}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function messages(file: string, name: string): string[] {
  const read = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const other = file.replace('.id.json', '.en.json');
  if (!existsSync(other)) return [`${name}: no English messages beside it`];
  const [id, en] = [read(file), read(other)];
  const problems = Object.keys(id).length === 0 ? [`${name}: no messages`] : [];
  for (const key of new Set([...Object.keys(id), ...Object.keys(en)])) {
    if (id[key] === undefined || en[key] === undefined) problems.push(`${name}: "${key}" stands in one language alone`);
    else if (filledWith(id[key]) !== filledWith(en[key])) problems.push(`${name}: "${key}" has other places in English`);
  }
  return problems;
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** What a message is filled with; a count that only chooses a plural form may stand in one language alone. */
function filledWith(text: string): string {
  const names = new Set<string>();
  const walk = (parts: Ast): void => {
    for (const part of parts) {
      if (part.type === 1) names.add(part.value);
      if ('options' in part && part.options) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort().join();
}

if (process.argv[1]?.endsWith('house.ts')) {
  const problems = checkHouse(process.cwd());
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'house rules hold' : `${problems.length} breaches`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
