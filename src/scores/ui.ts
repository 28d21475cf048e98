export { type FlagRule, flagRules } from './flag-rules.ts';
export { type Flag, type Flags, flagsOf } from './flags.ts';
export { type Compared, type ComparedFrozen, compareFrozen, type FrozenChange, type FrozenIndicator, type FrozenNode, headlinesOf } from './compare-frozen.ts';
export { type Movement, movement, type Step } from './movement.ts';
export { comparable } from './period-mode.ts';
export { type Placed, placesOf } from './rank.ts';
export { changeBetween, methodOf } from './standing.ts';
