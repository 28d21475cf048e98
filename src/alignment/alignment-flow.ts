import type { AlignmentInput } from './alignment-matrix.ts';
import { lineOf, missionLevel } from './alignment-matrix.ts';

/** One way from the vision to a pillar: what an initiative is linked to, and the pillar it names. */
export interface Thread {
  vision: string | null;
  mission: string;
  /** The programme at or above the node it is linked to; null where it is linked higher up. */
  programme: string | null;
  /** The node that the link names. */
  node: string;
  initiative: string;
  pillar: string | null;
}

export interface AlignmentFlow {
  threads: Thread[];
  /** Missions that no thread leaves from. */
  unserved: string[];
}

/** Every link of an initiative at a mission or below it, as the way that it takes; in the order of missions, then of the links. */
export function alignmentFlow(input: AlignmentInput): AlignmentFlow {
  const level = missionLevel(input);
  const byCode = new Map(input.nodes.map((node) => [node.code, node]));
  const pillarOf = new Map(input.initiatives.map((one) => [one.code, one.pillarCode]));
  const above = lineOf(input.nodes);
  const lines = new Map<string, AlignmentInput['nodes']>();
  const lineTo = (code: string): AlignmentInput['nodes'] => {
    const line = lines.get(code) ?? above(code).flatMap((one) => byCode.get(one) ?? []);
    lines.set(code, line);
    return line;
  };
  const missions = input.nodes.filter((node) => node.level === level).map((node) => node.code);
  const threads = input.planLinks.filter((link) => link.kind === 'initiative').flatMap((link): Thread[] => {
    const line = lineTo(link.nodeCode);
    const mission = line.find((node) => node.level === level);
    if (!mission) return [];
    const root = line.at(-1);
    return [{ vision: root && root !== mission ? root.code : null, mission: mission.code, programme: line.find((node) => node.level === 'programme')?.code ?? null, node: link.nodeCode, initiative: link.code, pillar: pillarOf.get(link.code) ?? null }];
  });
  const order = new Map(missions.map((code, n) => [code, n]));
  threads.sort((a, b) => (order.get(a.mission) ?? 0) - (order.get(b.mission) ?? 0));
  const served = new Set(threads.map((one) => one.mission));
  return { threads, unserved: missions.filter((code) => !served.has(code)) };
}
