import { z } from 'zod';
import { code, columns, day, decimal, json, oneOf, pair, period, recordSchema, ref, rupiah, text } from '#kernel/pack-columns.ts';
import { plainRecord, readYaml, writeYaml } from '#kernel/pack-file.ts';
import type { PackPart, PackTable, Tables } from '#kernel/pack-part.ts';
import { addRows, csvPart, listPart, readList, readRecord, rowsOf } from '#kernel/pack-parts.ts';
import { actionPlanTable, bookParts, paperTable, readinessTable, roadmapTable, seatTable, strategyTable, swotTable } from './books-pack.ts';

const source = ref('source');
const masterplanTable: PackTable = {
  name: 'masterplan.masterplan',
  key: ['code'],
  columns: columns({
    code, name: pair, vision: [pair], vision_source_code: [source], period_from: [period], period_to: [period],
    status: oneOf('draft', 'adopted', 'unknown'), legal_basis: [text], source_code: [source], note: [pair],
  }),
};
const pillarTable: PackTable = {
  name: 'masterplan.pillar',
  key: ['code'],
  gives: [{ kind: 'pillar', by: ['code'] }],
  columns: columns({ code: oneOf('gov', 'brd', 'eco', 'liv', 'soc', 'env'), slug: code, name: pair, purpose: [pair], weight: [decimal], person_in_charge: [pair], source_code: [source] }),
};
const subTable: PackTable = {
  name: 'masterplan.sub_dimension',
  key: ['code'],
  gives: [{ kind: 'sub-dimension of the pillar', by: ['pillar_code', 'code'] }],
  columns: columns({ code, pillar_code: text, name: pair, source_code: [source] }),
};
const subColumns = subTable.columns.filter((column) => column.name !== 'pillar_code');
const subOfPillar = { kind: 'sub-dimension of the pillar', by: ['pillar_code', 'sub_dimension_code'], when: 'sub_dimension_code' };
const both = z.strictObject({ id: z.string(), en: z.string() });
const initiativeTable: PackTable = {
  name: 'masterplan.initiative',
  key: ['code'],
  gives: [{ kind: 'initiative', by: ['code'] }],
  refs: [subOfPillar],
  columns: columns({
    code, kind: oneOf('quick_win', 'initiative', 'priority_programme'), name: pair, pillar_code: [ref('pillar')], sub_dimension_code: [text],
    pillar_basis: [oneOf('document', 'reading')], pillar_reason: [pair], agency_code: [ref('agency')], started: [period], ends_on: [period], summary: [pair],
    cost_estimate: [rupiah], quick_win: [pair], quick_win_on: [day], first_milestone: [pair], first_milestone_on: [day],
    state: oneOf('running', 'stopped', 'planned', 'unknown'), source_code: source,
    statements: [json(z.array(z.strictObject({ text: both, period: z.string().optional(), source: z.string() })), 'statements: { text, period, source }')],
  }),
};
const linkTable: PackTable = {
  name: 'masterplan.indicator_link',
  key: ['pillar_code', 'sub_dimension_code', 'indicator_code'],
  refs: [subOfPillar],
  columns: columns({
    indicator_code: ref('indicator'), pillar_code: ref('pillar'), sub_dimension_code: [text], weight: [decimal],
    basis: oneOf('document', 'reading'), reason_id: [text], reason_en: [text], source_code: [source],
  }),
};

const bodyTable: PackTable = {
  name: 'masterplan.body',
  key: ['code'],
  gives: [{ kind: 'body', by: ['code'] }],
  columns: columns({ code, kind: oneOf('council', 'team', 'forum'), name_id: text, name_en: text, legal_basis: [text], source_code: [source], note_id: [text], note_en: [text] }),
};
const meetingTable: PackTable = {
  name: 'masterplan.meeting',
  key: ['body_code', 'held_on'],
  columns: columns({ body_code: ref('body'), held_on: day, subject_id: [text], subject_en: [text], source_code: [source] }),
};

/** `masterplan.yaml`: the masterplan's own keys, then its pillars with their sub-dimensions. */
const masterplanPart: PackPart = {
  file: 'masterplan.yaml',
  tables: [masterplanTable, pillarTable, subTable],
  read(file, content, into, report) {
    const yaml = readYaml(file, content, report);
    if (!yaml) return;
    const { pillars, ...own } = asMap(yaml.content) ?? { pillars: [] };
    const data = readRecord(file, asMap(yaml.content) ? own : yaml.content, masterplanTable.columns, (field) => yaml.lineOf([field]), report);
    if (data) addRows(into, masterplanTable.name, [{ file, line: 1, data }]);
    const list = Array.isArray(pillars) ? (pillars as unknown[]) : [];
    const bare = list.map((pillar) => {
      const { sub_dimensions: _, ...rest } = asMap(pillar) ?? {};
      return asMap(pillar) ? rest : pillar;
    });
    addRows(into, pillarTable.name, readList(file, Array.isArray(pillars) ? bare : (pillars ?? []), pillarTable.columns, (path) => yaml.lineOf(['pillars', ...path]), report));
    list.forEach((item, n) => {
      const pillar = asMap(item);
      if (!pillar) return;
      const rows = readList(file, pillar.sub_dimensions ?? [], subColumns, (path) => yaml.lineOf(['pillars', n, 'sub_dimensions', ...path]), report);
      addRows(into, subTable.name, rows.map((row) => ({ ...row, data: { ...row.data, pillar_code: String(pillar.code) } })));
    });
  },
  write: (from) => rowsOf(from, masterplanTable.name).slice(0, 1).map((row) => [
    'masterplan.yaml',
    writeYaml({ ...plainRecord(row.data, masterplanTable.columns), pillars: inOrder(from, pillarTable.name).map((pillar) => ({
      ...plainRecord(pillar.data, pillarTable.columns),
      sub_dimensions: inOrder(from, subTable.name).filter((sub) => sub.data.pillar_code === pillar.data.code).map((sub) => plainRecord(sub.data, subColumns)),
    })) }),
  ]),
  schema: () => {
    const subs = { type: 'array', items: recordSchema(subColumns) };
    return recordSchema(masterplanTable.columns, { pillars: { type: 'array', items: recordSchema(pillarTable.columns, { sub_dimensions: subs }) } });
  },
};
const asMap = (given: unknown): Record<string, unknown> | null =>
  given !== null && typeof given === 'object' && !Array.isArray(given) ? (given as Record<string, unknown>) : null;
const inOrder = (from: Tables, table: string) => [...rowsOf(from, table)].sort((a, b) => Number(a.data.position) - Number(b.data.position));

export const packParts: PackPart[] = [masterplanPart, listPart('initiatives.yaml', initiativeTable, true), csvPart('pillar-links.csv', linkTable), csvPart('bodies.csv', bodyTable), csvPart('meetings.csv', meetingTable), ...bookParts];

/** What a draft of the masterplan may change, and what a version of it holds. Links of indicators and of plans are definitions of their own. */
export const contentTables: PackTable[] = [masterplanTable, pillarTable, subTable, readinessTable, swotTable, strategyTable, initiativeTable, actionPlanTable, roadmapTable, bodyTable, seatTable, meetingTable, paperTable];
