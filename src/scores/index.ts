export { type AchievementRule, type Aim, classOf, ruleOf } from './achievement.ts';
export { freezeScores, frozenRows } from './freeze.ts';
export { type Pace, paceOf } from './pace.ts';
export { packParts } from './pack.ts';
export { type FrozenScores, readFrozen, readScores } from './read-scores.ts';
export { aimOf, type Known, scoreRegion } from './score-region.ts';
export { type PreparedScores, prepareScores, showScores } from './prepare-scores.ts';
export { countFrozen, dropScores, listFrozen, listSnapshots } from './scores.store.ts';
