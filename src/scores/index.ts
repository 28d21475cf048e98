export { achievement, clamp, classOf } from './achievement.ts';
export { scoreTouched, writeSnapshot } from './score-touched.ts';
export {
  type AchievementOf, findSnapshot, listAchievements, listNodeScores, listNodeStates, listSnapshots, listStandings, type NodeScore, type NodeState, type Snapshot, type StandingOf,
} from './scores.store.ts';
export type { ScorePart } from './tables.ts';
