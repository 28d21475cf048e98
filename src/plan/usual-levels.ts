import type { PlanLevel, PlanScoring } from './tables.ts';

const level = (code: string, id: string, en: string, plural = `${en}s`, component = true): PlanLevel => ({ code, name: { id, en }, plural: { id, en: plural }, ...(component ? { component: true } : {}) });
const above = [level('vision', 'Visi', 'Vision', 'Visions', false), level('mission', 'Misi', 'Mission')];
const below = [
  level('goal', 'Tujuan', 'Goal'), level('objective', 'Sasaran', 'Objective'), level('strategy', 'Strategi', 'Strategy', 'Strategies', false), level('programme', 'Program', 'Programme'),
  level('activity', 'Kegiatan', 'Activity', 'Activities'), level('sub-activity', 'Subkegiatan', 'Sub-activity', 'Sub-activities'),
];

/** The levels that a new plan begins with: an agency has no vision of its own (Permendagri 86/2017). */
export const usualLevels = (kind: string): PlanLevel[] => (kind === 'renstra' || kind === 'renja' ? below : [...above, ...below]);
export const defaultScoring: PlanScoring = { floor: 0, cap: 100, bands: [90, 75, 65, 50] };
