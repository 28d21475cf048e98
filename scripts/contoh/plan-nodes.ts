import { both, type Data, type Text } from './rows.ts';

type Words = [id: string, en: string];

/** A node as the plans here are written down; the code of a node that scores do not pass through has no weight. */
export interface Twig {
  code: string;
  level: string;
  text: Text;
  short: Text;
  weight: string | null;
  basis: 'document' | 'reading';
  serves: string | null;
  note: Text | null;
  children: Twig[];
}
interface More {
  short?: Words;
  basis?: 'reading';
  /** The node of the parent plan that it serves. */
  serves?: string;
  note?: Words;
}

type Grow = (code: string, weight: number | null, text: Words, more?: More | Twig[], children?: Twig[]) => Twig;

const grower = (level: string): Grow => (code, weight, text, more = {}, children = []) => {
  const own = Array.isArray(more) ? {} : more;
  return {
    code, level, text: both(...text), short: both(...(own.short ?? text)), weight: weight === null ? null : String(weight), basis: own.basis ?? 'document', serves: own.serves ?? null,
    note: own.note ? both(...own.note) : null, children: Array.isArray(more) ? more : children,
  };
};

export const vision = grower('vision');
export const mission = grower('mission');
export const goal = grower('goal');
export const objective = grower('objective');
export const strategy = grower('strategy');
export const programme = grower('programme');
export const activity = grower('activity');
export const subActivity = grower('sub-activity');

/** A level and whether its nodes are declared parts of the node above. A strategy is none: scores do not pass through it. */
const level = (code: string, id: string, en: string, plural: string, component = true): object => ({ code, name: both(id, en), plural: both(id, plural), ...(component ? { component: true } : {}) });
const levels = [
  level('vision', 'Visi', 'Vision', 'Visions', false), level('mission', 'Misi', 'Mission', 'Missions'), level('goal', 'Tujuan', 'Goal', 'Goals'), level('objective', 'Sasaran', 'Objective', 'Objectives'),
  level('strategy', 'Strategi', 'Strategy', 'Strategies', false), level('programme', 'Program', 'Programme', 'Programmes'), level('activity', 'Kegiatan', 'Activity', 'Activities'), level('sub-activity', 'Subkegiatan', 'Sub-activity', 'Sub-activities'),
];
export const levelsFrom = (first: string): object[] => levels.slice(levels.findIndex((one) => (one as { code: string }).code === first));

export function nodesOf(plan: string, source: string, twigs: Twig[]): Data[] {
  const rows: Data[] = [];
  const walk = (twig: Twig, parent: string | null): void => {
    rows.push({
      plan_code: plan, plan_version: 1, parent_code: parent, code: twig.code, level: twig.level, text: twig.text, short: twig.short, letter: null,
      weight: twig.weight, basis: twig.basis, serves_code: twig.serves, source_code: source, note: twig.note, position: rows.length,
    });
    for (const child of twig.children) walk(child, twig.code);
  };
  for (const twig of twigs) walk(twig, null);
  return rows;
}
