import { type About, exceptions, type LintRule } from '#alignment/index.ts';

const byLink: readonly LintRule[] = ['objective_without_indicator', 'mission_unserved', 'initiative_serves_nothing', 'initiative_in_no_renja', 'double_counting'];
const byTarget: readonly LintRule[] = ['indicator_without_target', 'targets_disagree', 'target_soft'];
const inMasterplan: readonly About['kind'][] = ['initiative', 'pillar', 'masterplan'];

/** Where in the workspace a finding is mended, by its key; null where no form does it (meetings and the frame of a plan come with a pack). */
export function mendPath(key: string): string | null {
  const { rule, about: { kind, code } } = exceptions.read(key);
  const [plan = '', version = ''] = kind === 'node' ? code.split('/') : [];
  const versionOf = (path: string): string => (kind === 'node' ? `${path}?${new URLSearchParams({ rencana: plan, versi: version })}` : path);
  if (byLink.includes(rule)) return versionOf('/kerja/tautan');
  if (kind === 'indicator') return byTarget.includes(rule) ? `/kerja/ubah/target?${new URLSearchParams({ q: code })}` : `/kerja/ubah/indikator?${new URLSearchParams({ kode: code })}`;
  if (kind === 'node') return '/kerja/rencana';
  return inMasterplan.includes(kind) ? '/kerja/masterplan' : null;
}
