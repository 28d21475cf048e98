import { z } from 'zod';
import { code, columns, day, decimal, digest, json, late, oneOf, pair, period, recordSchema, ref, rupiah, text, versionText, wholeFrom } from '#kernel/pack-columns.ts';
import { type PackRow, type PackValue, plainRecord, type Report, readYaml, writeYaml } from '#kernel/pack-file.ts';
import type { PackPart, PackTable, Tables } from '#kernel/pack-part.ts';
import { addRows, csvPart, readRecord, rowsOf, sortedByKey } from '#kernel/pack-parts.ts';

const both = z.strictObject({ id: z.string(), en: z.string() });
const levels = json(z.array(z.strictObject({ code: z.string(), name: both, plural: both, component: z.literal(true).optional() })).min(1), 'levels from the top: { code, name, plural, component }');
const scoring = json(
  z.strictObject({ floor: z.number(), cap: z.number(), bands: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
  '{ floor, cap, bands: four falling numbers }',
);

const planTable: PackTable = {
  name: 'plan.plan',
  key: ['code', 'version'],
  gives: [{ kind: 'plan', by: ['code'] }],
  columns: columns({
    code, version: wholeFrom(1, 999), kind: oneOf('rpjpd', 'rpjmd', 'renstra', 'rkpd', 'renja'), name: pair, short_name: pair, vision_word: [text],
    period_from: period, period_to: period, baseline: period, parent_code: [ref('plan')], agency_code: [ref('agency')],
    status: oneOf('draft', 'proposed', 'adopted'), legal_basis: [text], legal_day: late(day), legal_file: late(digest), source_code: [ref('source')], note: [pair], levels, scoring,
  }),
};
const nodeTable: PackTable = {
  name: 'plan.node',
  key: ['plan_code', 'plan_version', 'code'],
  gives: [{ kind: 'plan node', by: ['plan_code', 'plan_version', 'code'] }, { kind: 'node of a plan', by: ['plan_code', 'code'] }],
  columns: columns({
    plan_code: text, plan_version: wholeFrom(1, 999), parent_code: [text], code, level: text, text: pair, short: [pair], letter: [text],
    weight: [decimal], basis: oneOf('document', 'reading'), serves_code: [text], source_code: [ref('source')], note: [pair],
  }),
};
const ownColumns = nodeTable.columns.filter((column) => !['plan_code', 'plan_version', 'parent_code'].includes(column.name));
const linkTable: PackTable = {
  name: 'plan.link',
  key: ['plan_code', 'plan_version', 'node_code', 'kind', 'code'],
  refs: [
    { kind: 'plan node', by: ['plan_code', 'plan_version', 'node_code'] },
    { kind: 'indicator', by: ['code'], only: ['kind', 'indicator'] },
    { kind: 'initiative', by: ['code'], only: ['kind', 'initiative'] },
  ],
  columns: columns({
    kind: oneOf('indicator', 'initiative'), code: text, plan_code: text, plan_version: wholeFrom(1, 999), node_code: text,
    role: oneOf('primary', 'supporting'), weight: [decimal], basis: oneOf('document', 'reading'), reason_id: [text], reason_en: [text], source_code: [ref('source')], evidence: late(text),
  }),
};

const fundingTable: PackTable = {
  name: 'plan.funding',
  key: ['plan_code', 'plan_version', 'node_code', 'period'],
  refs: [{ kind: 'plan node', by: ['plan_code', 'plan_version', 'node_code'] }],
  columns: columns({
    plan_code: text, plan_version: wholeFrom(1, 999), node_code: text, period, amount: rupiah, basis: oneOf('document', 'reading'), source_code: [ref('source')], note_id: [text], note_en: [text],
  }),
};

/** Both speak of a node by its code: in whatever version of its plan, or in the one that is named. */
const ofOne = late(versionText);
const ofNode = { kind: 'node of a plan', by: ['plan_code', 'node_code'] };
const factorTable: PackTable = {
  name: 'plan.success_factor',
  key: ['plan_code', 'plan_version', 'node_code', 'code'],
  gives: [{ kind: 'success factor', by: ['plan_code', 'node_code', 'code'] }],
  refs: [ofNode],
  columns: columns({ plan_code: text, plan_version: ofOne, node_code: text, code, text_id: text, text_en: text, basis: oneOf('document', 'reading'), source_code: [ref('source')] }),
};
const contributionTable: PackTable = {
  name: 'plan.contribution',
  key: ['plan_code', 'plan_version', 'node_code', 'agency_code'],
  refs: [ofNode, { kind: 'success factor', by: ['plan_code', 'node_code', 'factor_code'], when: 'factor_code' }],
  columns: columns({
    plan_code: text, plan_version: ofOne, node_code: text, agency_code: ref('agency'), role: oneOf('lead', 'contributor'), text_id: text, text_en: text, factor_code: [text],
    basis: oneOf('document', 'reading'), source_code: [ref('source')],
  }),
};

type Nested = Record<string, unknown> & { children?: unknown };

/** `plans/<code>.yaml`: the plan's own keys, then its nodes, nested. */
const planPart: PackPart = {
  file: 'plans/*.yaml',
  tables: [planTable, nodeTable],
  read(file, content, into, report) {
    const yaml = readYaml(file, content, report);
    if (!yaml) return;
    const { nodes, ...own } = (yaml.content ?? {}) as Nested & { nodes?: unknown };
    const map = yaml.content !== null && typeof yaml.content === 'object' && !Array.isArray(yaml.content);
    const data = readRecord(file, map ? own : yaml.content, planTable.columns, (field) => yaml.lineOf([field]), report);
    if (!data) return;
    if (nameOf(data) !== file) report({ file, line: null, field: 'code, version', given: file, expected: nameOf(data) });
    addRows(into, 'plan.plan', [{ file, line: 1, data }]);
    const known = new Set((data.levels as { code: string }[]).map((level) => level.code));
    const rows = readNodes(nodes, { file, plan: data, lineOf: yaml.lineOf, report, known });
    addRows(into, 'plan.node', rows);
  },
  write: (from) => sortedByKey(rowsOf(from, 'plan.plan'), planTable.key).map((plan) => [nameOf(plan.data), writePlan(plan, from)]),
  schema: () => {
    const nodes = { type: 'array', items: { $ref: '#/$defs/node' } };
    return { ...recordSchema(planTable.columns, { nodes }), $defs: { node: recordSchema(ownColumns, { children: nodes }) } };
  },
};

const nameOf = (plan: Record<string, PackValue>): string => `plans/${plan.code}${plan.version === 1 ? '' : `.v${plan.version}`}.yaml`;

interface Reading {
  file: string;
  plan: Record<string, PackValue>;
  lineOf: (path: (string | number)[]) => number;
  report: Report;
  known: Set<string>;
}

function readNodes(nodes: unknown, reading: Reading): PackRow[] {
  const rows: PackRow[] = [];
  const { file, plan, lineOf, report, known } = reading;
  const walk = (items: unknown, path: (string | number)[], parent: string | null): void => {
    if (items === undefined || items === null) return;
    if (!Array.isArray(items)) {
      report({ file, line: lineOf(path), field: 'nodes', given: typeof items, expected: 'a list of nodes' });
      return;
    }
    for (const [n, item] of (items as Nested[]).entries()) {
      const here = [...path, n];
      const map = item !== null && typeof item === 'object' && !Array.isArray(item);
      const { children, ...own } = map ? item : {};
      const data = readRecord(file, map ? own : item, ownColumns, (field) => lineOf([...here, field]), report);
      if (!data) {
        walk(children, [...here, 'children'], String(own.code));
        continue;
      }
      if (!known.has(String(data.level))) report({ file, line: lineOf([...here, 'level']), field: 'level', given: String(data.level), expected: `one of the plan's levels: ${[...known].join(', ')}` });
      rows.push({ file, line: lineOf(here), data: { plan_code: plan.code ?? '', plan_version: plan.version ?? 1, parent_code: parent, ...data, position: rows.length } });
      walk(children, [...here, 'children'], String(data.code));
    }
  };
  walk(nodes, ['nodes'], null);
  return rows;
}

function writePlan(plan: PackRow, from: Tables): string {
  const own = rowsOf(from, 'plan.node').filter((node) => node.data.plan_code === plan.data.code && node.data.plan_version === plan.data.version);
  const inOrder = [...own].sort((a, b) => Number(a.data.position) - Number(b.data.position));
  const below = Map.groupBy(inOrder, (node) => node.data.parent_code ?? null);
  const under = (parent: PackValue): unknown[] =>
    (below.get(parent) ?? []).map((node) => {
      const children = under(node.data.code ?? null);
      return { ...plainRecord(node.data, ownColumns), ...(children.length > 0 ? { children } : {}) };
    });
  return writeYaml({ ...plainRecord(plan.data, planTable.columns), nodes: under(null) });
}

/** Rows of versions that are there: what is being copied for a new one belongs to none yet. */
function ofVersions(part: PackPart): PackPart {
  return {
    ...part,
    write(from) {
      const there = new Set(rowsOf(from, 'plan.plan').map(({ data }) => `${data.code} ${data.version}`));
      return part.write(new Map([...from, ...part.tables.map(({ name }) => [name, rowsOf(from, name).filter(({ data }) => there.has(`${data.plan_code} ${data.plan_version}`))] as const)]));
    },
  };
}

export const packParts: PackPart[] = [planPart, ofVersions(csvPart('plan-links.csv', linkTable)), ofVersions(csvPart('funding.csv', fundingTable)), csvPart('success-factors.csv', factorTable), csvPart('contributions.csv', contributionTable)];
