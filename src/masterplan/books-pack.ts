import { code, columns, day, digest, flag, oneOf, period, ref, rupiah, text } from '#kernel/pack-columns.ts';
import type { PackPart, PackTable } from '#kernel/pack-part.ts';
import { csvPart } from '#kernel/pack-parts.ts';

const source = ref('source');
const subOfPillar = { kind: 'sub-dimension of the pillar', by: ['pillar_code', 'sub_dimension_code'], when: 'sub_dimension_code' };

/** The five elements of readiness; `part` is the element's own part, such as the regulations of the superstructure. */
export const readinessTable: PackTable = {
  name: 'masterplan.readiness',
  key: ['code'],
  gives: [{ kind: 'readiness', by: ['code'] }],
  columns: columns({
    code, element: oneOf('nature', 'structure', 'infrastructure', 'superstructure', 'culture'), part_id: [text], part_en: [text], finding_id: text, finding_en: text,
    state: oneOf('ready', 'partly', 'lacking', 'unknown'), source_code: [source],
  }),
};
export const swotTable: PackTable = {
  name: 'masterplan.swot',
  key: ['code'],
  gives: [{ kind: 'line of the SWOT', by: ['code'] }],
  columns: columns({ code, side: oneOf('strength', 'weakness', 'opportunity', 'threat'), pillar_code: [ref('pillar')], readiness_code: [ref('readiness')], text_id: text, text_en: text, source_code: [source] }),
};
export const strategyTable: PackTable = {
  name: 'masterplan.strategy',
  key: ['code'],
  gives: [{ kind: 'strategy', by: ['code'] }],
  refs: [subOfPillar],
  columns: columns({ code, pillar_code: ref('pillar'), sub_dimension_code: [text], swot_code: [ref('line of the SWOT')], name_id: text, name_en: text, source_code: [source] }),
};
/** The four groups of the national evaluation: people, infrastructure, applications, literacy. */
export const actionPlanTable: PackTable = {
  name: 'masterplan.action_plan',
  key: ['code'],
  columns: columns({
    code, action_group: oneOf('capacity', 'infrastructure', 'application', 'literacy'), pillar_code: ref('pillar'), initiative_code: [ref('initiative')], strategy_code: [ref('strategy')],
    name_id: text, name_en: text, agency_code: [ref('agency')], starts_on: [period], ends_on: [period], source_code: [source],
  }),
};
export const roadmapTable: PackTable = {
  name: 'masterplan.roadmap',
  key: ['initiative_code', 'period'],
  columns: columns({ initiative_code: ref('initiative'), period, horizon: oneOf('short', 'medium', 'long'), step_id: text, step_en: text, cost_estimate: [rupiah], source_code: [source] }),
};
/** A seat is a post: the name of who holds it has no place here. */
export const seatTable: PackTable = {
  name: 'masterplan.seat',
  key: ['body_code', 'code'],
  columns: columns({ body_code: ref('body'), code, post_id: text, post_en: text, role: oneOf('chair', 'secretary', 'member'), agency_code: [ref('agency')], external: flag, source_code: [source] }),
};
export const paperTable: PackTable = {
  name: 'masterplan.paper',
  key: ['code'],
  columns: columns({
    code, kind: oneOf('regional_law', 'regulation', 'decree', 'minutes'), number: [text], signed_on: [day], title_id: text, title_en: text, body_code: [ref('body')], held_on: [day],
    file: [digest], source_code: [source],
  }),
};

export const bookParts: PackPart[] = [
  csvPart('readiness.csv', readinessTable), csvPart('swot.csv', swotTable), csvPart('strategies.csv', strategyTable), csvPart('action-plans.csv', actionPlanTable),
  csvPart('roadmap.csv', roadmapTable), csvPart('seats.csv', seatTable), csvPart('papers.csv', paperTable),
];
