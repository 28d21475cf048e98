import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AlignmentInput, alignmentMatrix, missionLevel } from './alignment-matrix.ts';

const levels = ['vision', 'mission', 'goal'];
const node = (code: string, parentCode: string | null, level: string) => ({ code, parentCode, level });
const nodes = [
  node('v', null, 'vision'), node('m1', 'v', 'mission'), node('g1', 'm1', 'goal'), node('m2', 'v', 'mission'), node('m3', 'v', 'mission'),
];
const indicator = (code: string, nodeCode: string) => ({ kind: 'indicator' as const, code, nodeCode });
const initiative = (code: string, nodeCode: string) => ({ kind: 'initiative' as const, code, nodeCode });

const input: AlignmentInput = {
  levels, nodes,
  planLinks: [indicator('A', 'm1'), indicator('B', 'g1'), initiative('P', 'm1'), indicator('C', 'm2'), indicator('W', 'v'), indicator('gone', 'no-such-node')],
  pillars: [{ code: 'gov' }, { code: 'eco' }, { code: 'env' }],
  pillarLinks: [
    { indicatorCode: 'A', pillarCode: 'gov' }, { indicatorCode: 'B', pillarCode: 'gov' }, { indicatorCode: 'B', pillarCode: 'eco' },
    { indicatorCode: 'C', pillarCode: 'gov' }, { indicatorCode: 'N', pillarCode: 'env' },
  ],
  indicators: ['A', 'B', 'C', 'W', 'N'].map((code) => ({ code })),
  initiatives: [{ code: 'P', pillarCode: 'eco' }, { code: 'Q', pillarCode: 'gov' }],
};

describe('the level of the rows', () => {
  const level = (links: AlignmentInput['planLinks'], own = nodes) => missionLevel({ levels, nodes: own, planLinks: links });
  it.each([
    ['carries the link itself', [indicator('A', 'm1')], nodes, 'mission'],
    ['carries it below', [indicator('A', 'g1')], nodes, 'mission'],
    ['has several nodes even when nothing is linked', [], nodes, 'mission'],
    ['is not the single vision, though it carries the links', [indicator('A', 'v')], nodes, 'mission'],
    ['is the lowest when no level has several', [], [node('v', null, 'vision'), node('m', 'v', 'mission')], 'mission'],
    ['is none without nodes', [], [], null],
  ])('%s', (_, links, own, expected) => expect(level(links, own)).toBe(expected));
});

test('a cell holds what is linked to both sides, also from below the mission', () => {
  const matrix = alignmentMatrix(input);
  expect(matrix.missions.map((mission) => mission.crossings)).toEqual([
    [
      { mission: 'm1', pillar: 'gov', indicators: ['A', 'B'], initiatives: [] },
      { mission: 'm1', pillar: 'eco', indicators: ['B'], initiatives: ['P'] }, null,
    ],
    [{ mission: 'm2', pillar: 'gov', indicators: ['C'], initiatives: [] }, null, null],
    [null, null, null],
  ]);
});

test('what serves nothing, what is served by nothing, what is hardly touched', () => {
  const matrix = alignmentMatrix(input);
  expect(matrix.servesNothing).toEqual({ indicators: ['N'], initiatives: ['Q'] });
  expect(matrix.servesWhole).toEqual({ indicators: ['W'], initiatives: [] });
  expect(matrix.servedByNothing).toEqual({ withoutInitiative: ['m2', 'm3'], withoutIndicator: ['m3'], withoutPillar: ['m3'] });
  expect(matrix.hardlyTouched).toEqual(['eco', 'env']);
  expect(matrix.closeness).toEqual({ crossings: 9, filled: 3, complete: ['m1'] });
});

test('a plan without nodes and a masterplan without pillars give an empty matrix', () => {
  expect(alignmentMatrix({ ...input, nodes: [], pillars: [] })).toMatchObject({ level: null, missions: [], pillars: [], closeness: { crossings: 0, filled: 0 } });
});

test('each link appears exactly where both of its sides meet', () => {
  const codes = ['A', 'B', 'C'];
  const links = fc.array(fc.record({ kind: fc.constantFrom('indicator' as const, 'initiative' as const), code: fc.constantFrom(...codes), nodeCode: fc.constantFrom('v', 'm1', 'm2', 'm3', 'g1') }));
  const toPillars = fc.array(fc.record({ indicatorCode: fc.constantFrom(...codes), pillarCode: fc.constantFrom('gov', 'eco', 'env') }));
  const initiatives = fc.tuple(...codes.map((code) => fc.record({ code: fc.constant(code), pillarCode: fc.constantFrom('gov', 'eco', 'env', null) })));
  const below: Record<string, string[]> = { m1: ['m1', 'g1'], m2: ['m2'], m3: ['m3'] };
  fc.assert(fc.property(links, toPillars, initiatives, (planLinks, pillarLinks, own) => {
    const matrix = alignmentMatrix({ ...input, planLinks, pillarLinks, initiatives: own, indicators: codes.map((code) => ({ code })) });
    for (const mission of matrix.missions) {
      input.pillars.forEach((pillar, n) => {
        const at = (kind: string, code: string) => planLinks.some((link) => link.kind === kind && link.code === code && below[mission.code]?.includes(link.nodeCode));
        const measures = codes.filter((code) => at('indicator', code) && pillarLinks.some((link) => link.indicatorCode === code && link.pillarCode === pillar.code));
        const works = codes.filter((code) => at('initiative', code) && own.some((one) => one.code === code && one.pillarCode === pillar.code));
        expect([mission.crossings[n]?.indicators ?? [], mission.crossings[n]?.initiatives ?? []]).toEqual([measures, works]);
      });
    }
  }));
});
