import type { z } from '@hono/zod-openapi';
import { type Lang, messagesOf } from '#kernel/i18n.ts';
import { scoreStage } from '#scores/index.ts';
import type { ApiContext } from '../api/context.ts';
import { csvOf, metaOf } from '../api/reply.ts';
import { type Resource, resources } from '../api/resources.ts';
import { pick } from '../api/rows.ts';
import english from './columns.messages.en.json' with { type: 'json' };
import indonesian from './columns.messages.id.json' with { type: 'json' };

const columnWords = messagesOf(indonesian, english);

/** Every dataset is a list of the API, whole. */
export const datasets: Resource[] = resources;
export const findDataset = (name: string): Resource | undefined => datasets.find((one) => one.name === name);

/** Rows at a time: what one transaction reads, and what stands in memory. */
const some = 1_000;

async function* pagesOf(context: ApiContext, { list, row }: Resource): AsyncGenerator<Record<string, unknown>[]> {
  let after: string[] | null = null;
  do {
    const found = await list(context, {}, { after, limit: some });
    if (found.rows.length > 0) yield found.rows.map((one) => pick(row, one));
    after = found.on;
  } while (after);
}

/** The dataset as CSV (RFC 4180) or JSON, made while it is sent. */
export async function* writeDataset(context: ApiContext, dataset: Resource, format: 'csv' | 'json'): AsyncGenerator<string> {
  if (format === 'csv') {
    const { fictional } = (await context.model()).region;
    yield csvOf(dataset.row, [], fictional);
    for await (const rows of pagesOf(context, dataset)) yield withoutHead(csvOf(dataset.row, rows, fictional));
    return refuseMixed(context);
  }
  const { snapshot } = context;
  if (!snapshot) return;
  yield `{"meta":${JSON.stringify(metaOf(await context.model(), snapshot))},"data":[`;
  let first = true;
  for await (const rows of pagesOf(context, dataset)) {
    yield `${first ? '' : ','}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
    first = false;
  }
  await refuseMixed(context);
  yield '\n]}\n';
}

/** What was published anew while the file was written would be half of one state and half of another: the file breaks off instead. */
async function refuseMixed({ read, snapshot }: ApiContext): Promise<void> {
  const now = await read((tx) => scoreStage.shown(tx));
  if (now?.id !== snapshot?.id) throw new Error('published anew while the file was written');
}

const withoutHead = (csv: string): string => csv.slice(csv.indexOf('\r\n') + 2);


/** Columns of the CSV with their type in the words of Table Schema, and what is not plain from their name. */
export function fieldsOf(schema: z.ZodObject, fictional: boolean, lang: Lang): { name: string; type: string; description?: string }[] {
  const say = columnWords(lang);
  return csvOf(schema, [], fictional).trim().split(',').map((name) => ({ name, type: name === 'fictional' ? 'boolean' : typeOf(schema, name), ...(name in indonesian ? { description: say(name as keyof typeof indonesian) } : {}) }));
}

/** What columns mean, in the order in which `/data` explains them. */
export const columnsIn = (lang: Lang): { name: string; words: string }[] => (Object.keys(indonesian) as (keyof typeof indonesian)[]).map((name) => ({ name, words: columnWords(lang)(name) }));

function typeOf(schema: z.ZodObject, name: string): string {
  let one = schema.shape[name] as { def?: { type: string; innerType?: never; checks?: unknown[] }; format?: string | null } | undefined;
  while (one?.def?.type === 'nullable' || one?.def?.type === 'optional') one = one.def.innerType;
  const type = one?.def?.type;
  if (type === 'number') return one?.format === 'safeint' ? 'integer' : 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'array') return 'array';
  if (type === 'object' || type === 'record') return 'object';
  return 'string';
}
