import { expect, it } from 'vitest';
import { exceptions, type Finding } from '#alignment/index.ts';
import { mendPath } from './mend-path.ts';

const at = (rule: Finding['rule'], kind: Finding['about']['kind'], code: string): string | null => mendPath(exceptions.keyOf({ rule, about: { kind, code } }));

it('leads from a finding to where it is mended', () => {
  expect(at('mission_unserved', 'node', 'rpjmd-2025/2/M1')).toBe('/kerja/tautan?rencana=rpjmd-2025&versi=2');
  expect(at('initiative_serves_nothing', 'initiative', 'I/1')).toBe('/kerja/tautan');
  expect(at('indicator_without_owner', 'indicator', 'IPM')).toBe('/kerja/ubah/indikator?kode=IPM');
  expect(at('target_soft', 'indicator', 'A B')).toBe('/kerja/ubah/target?q=A+B');
  expect(at('node_twice', 'node', 'p/1/N')).toBe('/kerja/rencana');
  expect(at('pillar_without_person', 'pillar', 'smart-living')).toBe('/kerja/masterplan');
  expect([at('council_silent', 'region', '16.03'), at('baseline_after_period', 'plan', 'p')]).toEqual([null, null]);
});
