import { isPeriod } from '#kernel/periods.ts';
import { splitLegalBasis } from '#masterplan/index.ts';
import { type Part, verbatim } from './sentence.ts';
import { type Telling, when } from './telling.ts';

/** A legal basis: the number as it stands, the day as people say it. */
export function legalParts(tell: Telling, legalBasis: string): Part[] {
  const { number, day } = splitLegalBasis(legalBasis);
  return day !== null && isPeriod(day) ? [verbatim(`${number}, `), when(tell, day)] : [verbatim(legalBasis)];
}
