import { isPeriod } from '#kernel/periods.ts';
import { type Part, verbatim } from './sentence.ts';
import { type Telling, when } from './telling.ts';

/** A legal basis as it was adopted, `number, 2027-01-15`: the number as it stands, the day as people say it. */
export function legalParts(tell: Telling, legalBasis: string): Part[] {
  const [, number, day] = /^(.*), (\d{4}-\d\d-\d\d)$/.exec(legalBasis) ?? [];
  return number !== undefined && day !== undefined && isPeriod(day) ? [verbatim(`${number}, `), when(tell, day)] : [verbatim(legalBasis)];
}
