/** What the matrix needs to know; any richer row does. Plan links are those of the one plan whose nodes are given. */
export interface AlignmentInput {
  /** Level codes of the plan, from the top. */
  levels: string[];
  nodes: { code: string; parentCode: string | null; level: string }[];
  planLinks: { kind: 'indicator' | 'initiative'; code: string; nodeCode: string }[];
  pillars: { code: string }[];
  pillarLinks: { indicatorCode: string; pillarCode: string }[];
  indicators: { code: string }[];
  initiatives: { code: string; pillarCode: string | null }[];
}

/** Where a mission and a pillar meet: what is linked to both. */
export interface Crossing {
  mission: string;
  pillar: string;
  indicators: string[];
  initiatives: string[];
}

export interface MissionRow {
  code: string;
  indicators: string[];
  initiatives: string[];
  /** One per pillar, in the pillars' order; null where nothing meets. */
  crossings: (Crossing | null)[];
}

export interface PillarColumn {
  code: string;
  /** Missions that meet the pillar. */
  missions: string[];
  indicators: string[];
  initiatives: string[];
}

export interface AlignmentMatrix {
  /** Level of the rows; null when the plan has no nodes. */
  level: string | null;
  missions: MissionRow[];
  pillars: PillarColumn[];
  /** Linked to no node of the plan. */
  servesNothing: { indicators: string[]; initiatives: string[] };
  /** Linked to a node above the missions alone: serves the whole plan, no row. */
  servesWhole: { indicators: string[]; initiatives: string[] };
  servedByNothing: { withoutInitiative: string[]; withoutIndicator: string[]; withoutPillar: string[] };
  /** Met by one mission or none. */
  hardlyTouched: string[];
  closeness: { crossings: number; filled: number; complete: string[] };
}

/**
 * The level whose nodes are the rows: the first from the top that has several nodes and a link at or below one of them;
 * without any such link the first with several nodes; else the lowest that has a node.
 */
export function missionLevel({ levels, nodes, planLinks }: Pick<AlignmentInput, 'levels' | 'nodes' | 'planLinks'>): string | null {
  const above = lineOf(nodes);
  const linked = new Set([...new Set(planLinks.map((link) => link.nodeCode))].flatMap(above));
  const inLevel = Map.groupBy(nodes, (node) => node.level);
  const filled = levels.filter((level) => inLevel.has(level));
  const several = filled.filter((level) => (inLevel.get(level)?.length ?? 0) > 1);
  return several.find((level) => inLevel.get(level)?.some((node) => linked.has(node.code))) ?? several[0] ?? filled.at(-1) ?? null;
}

/** Missions × pillars. An indicator or initiative stands in a cell when it is linked to the mission, or below it, and to the pillar. */
export function alignmentMatrix(input: AlignmentInput): AlignmentMatrix {
  const level = missionLevel(input);
  const codes = input.nodes.filter((node) => node.level === level).map((node) => node.code);
  const served = missionsOf(input, new Set(codes));
  const touched = pillarsOf(input);
  const of = (kind: 'indicator' | 'initiative', all: { code: string }[], fits: (code: string) => boolean): string[] =>
    all.map((one) => one.code).filter((code) => fits(`${kind}/${code}`));
  const missions = codes.map((code): MissionRow => {
    const serves = (key: string): boolean => served.get(key)?.has(code) ?? false;
    const indicators = of('indicator', input.indicators, serves);
    const initiatives = of('initiative', input.initiatives, serves);
    const crossings = input.pillars.map((pillar) => crossing({ mission: code, pillar: pillar.code, indicators, initiatives }, touched));
    return { code, indicators, initiatives, crossings };
  });
  const pillars = input.pillars.map((pillar, n): PillarColumn => {
    const touches = (key: string): boolean => touched.get(key)?.has(pillar.code) ?? false;
    return {
      code: pillar.code,
      missions: missions.filter((mission) => mission.crossings[n]).map((mission) => mission.code),
      indicators: of('indicator', input.indicators, touches),
      initiatives: of('initiative', input.initiatives, touches),
    };
  });
  const filter = (fits: (key: string) => boolean) => ({ indicators: of('indicator', input.indicators, fits), initiatives: of('initiative', input.initiatives, fits) });
  return {
    level, missions, pillars,
    servesNothing: filter((key) => !served.has(key)),
    servesWhole: filter((key) => served.get(key)?.size === 0),
    servedByNothing: {
      withoutInitiative: missions.filter((mission) => mission.initiatives.length === 0).map((mission) => mission.code),
      withoutIndicator: missions.filter((mission) => mission.indicators.length === 0).map((mission) => mission.code),
      withoutPillar: missions.filter((mission) => mission.crossings.every((one) => one === null)).map((mission) => mission.code),
    },
    hardlyTouched: pillars.filter((pillar) => pillar.missions.length <= 1).map((pillar) => pillar.code),
    closeness: {
      crossings: missions.length * pillars.length,
      filled: pillars.reduce((sum, pillar) => sum + pillar.missions.length, 0),
      complete: missions.filter((mission) => mission.indicators.length > 0 && mission.initiatives.length > 0).map((mission) => mission.code),
    },
  };
}

function crossing(whole: Crossing, touched: Map<string, Set<string>>): Crossing | null {
  const indicators = whole.indicators.filter((code) => touched.get(`indicator/${code}`)?.has(whole.pillar));
  const initiatives = whole.initiatives.filter((code) => touched.get(`initiative/${code}`)?.has(whole.pillar));
  return indicators.length + initiatives.length === 0 ? null : { ...whole, indicators, initiatives };
}

/** A node with all above it, from itself up, looked for where it is asked; nothing of a node that is not there. */
export function lineOf(nodes: AlignmentInput['nodes']): (code: string) => string[] {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  return (code) => {
    const line = new Set<string>();
    for (let at = byCode.get(code); at && !line.has(at.code); at = byCode.get(at.parentCode ?? '')) line.add(at.code);
    return [...line];
  };
}

/** For each linked `kind/code`: the missions it serves; an empty set when it is linked above them alone. */
function missionsOf(input: AlignmentInput, missions: Set<string>): Map<string, Set<string>> {
  const above = lineOf(input.nodes);
  const served = new Map<string, Set<string>>();
  for (const link of input.planLinks) {
    const chain = above(link.nodeCode);
    if (chain.length === 0) continue;
    const key = `${link.kind}/${link.code}`;
    const own = served.get(key) ?? new Set<string>();
    for (const code of chain) if (missions.has(code)) own.add(code);
    served.set(key, own);
  }
  return served;
}

function pillarsOf(input: AlignmentInput): Map<string, Set<string>> {
  const touched = new Map<string, Set<string>>();
  const add = (key: string, pillar: string): void => {
    touched.set(key, (touched.get(key) ?? new Set<string>()).add(pillar));
  };
  for (const link of input.pillarLinks) add(`indicator/${link.indicatorCode}`, link.pillarCode);
  for (const initiative of input.initiatives) if (initiative.pillarCode) add(`initiative/${initiative.code}`, initiative.pillarCode);
  return touched;
}
