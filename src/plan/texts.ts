import { Fault } from '#kernel/faults.ts';

/** The longest text of a node. */
export const longestText = 4_000;

/** A text that is too long is refused, never cut: what was cut nobody would miss until they need it. Throws `plan.too_long` (422). */
export function atMost(most: number, field: string, text: string | null): void {
  if ((text ?? '').length > most) throw new Fault('plan.too_long', 422, { field, given: String(text?.length), expected: String(most) });
}
