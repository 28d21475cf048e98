import { listValidationRules } from './indicators.store.ts';
import { askRule, sidesOf } from './validation-rules.ts';

/** Rules between values: the list of them, their sides as trees, and what they say of values. */
export const validation = { list: listValidationRules, sides: sidesOf, ask: askRule };
