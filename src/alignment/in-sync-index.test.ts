import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSyncIndex } from './in-sync-index.ts';
import { goldenPlan, planted } from './lint-golden.ts';

const partsOf = (input = goldenPlan()) => Object.fromEntries(inSyncIndex(input).parts.map((part) => [part.code, [part.held, part.of]]));

describe('the index', () => {
  it('counts of each part how many hold', () => {
    expect(partsOf()).toEqual({ objectives_served: [3, 6], initiatives_serving: [3, 3], budget: [18, 18], targets_agree: [0, 0], indicators_alive: [11, 11], in_documents: [3, 3] });
    const { value, low, high, known } = inSyncIndex(goldenPlan());
    expect([value, known]).toEqual([90, 5]);
    expect([low, high]).toEqual([75, 91.66666666666667]);
  });
  it('names what is missing', () => {
    expect(inSyncIndex(goldenPlan()).parts[0]?.missing.map(({ code }) => code)).toEqual(['rpjmd/1/S12', 'rpjmd/1/S22', 'rpjmd/1/S32']);
    const input = goldenPlan();
    planted.targets_disagree.plant(input);
    expect(inSyncIndex(input).parts[3]).toMatchObject({ held: 0, of: 1, share: 0, missing: [{ kind: 'indicator', code: 'i-S31' }] });
  });
  it('has no value where nothing is known, and never takes unknown for good or bad', () => {
    const empty = { ...goldenPlan(), plans: [], planLinks: [], initiatives: [], indicators: [], targets: [], alive: null };
    expect(inSyncIndex(empty)).toMatchObject({ value: null, low: 0, high: 100, known: 0 });
  });
  it('never falls when a link is added', () => {
    const nodes = goldenPlan().plans.flatMap((plan) => plan.nodes.map((node) => ({ planCode: plan.code, planVersion: plan.version, nodeCode: node.code })));
    const links = fc.record({ at: fc.constantFrom(...nodes), initiative: fc.constantFrom('q1', 'q2', 'q3', 'q4'), drop: fc.nat(30) });
    fc.assert(fc.property(fc.array(links, { maxLength: 8 }), links, (before, added) => {
      const input = goldenPlan();
      input.initiatives.push({ code: 'q4', nameId: 'q4', kind: 'initiative', pillarCode: 'p1', state: 'running', started: null, endsOn: null });
      for (const { at, initiative, drop } of before) {
        input.planLinks.splice(drop % input.planLinks.length, 1);
        input.planLinks.push({ kind: 'initiative', code: initiative, ...at, role: 'primary' });
      }
      const old = inSyncIndex(input);
      input.planLinks.push({ kind: 'initiative', code: added.initiative, ...added.at, role: 'primary' });
      const now = inSyncIndex(input);
      expect(now.value ?? 0).toBeGreaterThanOrEqual(old.value ?? 0);
      expect(now.low).toBeGreaterThanOrEqual(old.low);
    }));
  });
});
