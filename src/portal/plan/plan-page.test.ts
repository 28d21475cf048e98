import { describe, expect, it } from 'vitest';
import { planPage } from './plan-page.ts';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';

const page = (lang: 'id' | 'en' = 'id') => planPage(telling(aRegionModel(), lang, ''));

describe('the page of plans', () => {
  it('shows the plan of the home page first, with its items and how each stands', () => {
    const { plans } = page();
    expect(plans[0]?.front).toBe(true);
    expect(plans[0]?.nodes.length).toBeGreaterThan(2);
    const states = plans[0]?.nodes.map((node) => node.mark.state) ?? [];
    expect(states).toContain('no_measure');
    for (const node of plans[0]?.nodes ?? []) expect(node.mark.word, node.code).not.toBe('');
  });

  it('says what is missing in words, never as a zero', () => {
    const bare = page().plans[0]?.nodes.find((node) => node.mark.state === 'no_measure');
    expect(plain(bare?.summary ?? [])).toContain('tanpa ukuran');
    expect(bare?.noMeasures).toContain('Belum ada');
  });

  it('headlines how many items have a measure', () => {
    const { headline } = page();
    expect(plain(headline)).toMatch(/punya ukuran/);
    expect(plain(page('en').headline)).toMatch(/with a measure/);
  });

  it('opens one item, so that a reader sees what is inside', () => {
    expect(page().plans[0]?.nodes.filter((node) => node.open)).toHaveLength(1);
  });

  it('gives each node an address of its own', () => {
    const ids = page().plans.flatMap((plan) => plan.nodes.map((node) => node.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('marks a measure that stands in two places once', () => {
    const rows = page().plans[0]?.nodes.flatMap((node) => node.measures) ?? [];
    expect(rows.filter((row) => row.first).length).toBe(new Set(rows.map((row) => plain(row.told))).size);
  });
});
