import { Fault } from '#kernel/faults.ts';

/** So many known codes are named; how many more there are is said, with the list of all. */
const mostNamed = 12;

/** The refusal of a code that nothing here has: `{kind}.unknown` (404), with the codes that are known and where they all stand. */
export const unknownCode = (kind: string, given: string, known: string[], list: string): Fault =>
  new Fault(`${kind}.unknown`, 404, {
    given: given.slice(0, 60), ...(known.length > 0 ? { expected: known.slice(0, mostNamed).join(', ') } : {}), ...(known.length > mostNamed ? { more: known.length - mostNamed } : {}), list,
  });

/** The one known code that differs from the given in capitals alone; null where it is known as it stands, or none or several do. */
export function sameCode(known: Iterable<string>, given: string): string | null {
  const [found, second] = [...known].filter((code) => code.toLowerCase() === given.toLowerCase());
  return found === undefined || second !== undefined || found === given ? null : found;
}
