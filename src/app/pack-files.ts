import { packParts as alignment } from '#alignment/index.ts';
import { packParts as data } from '#data/index.ts';
import { packParts as indicators } from '#indicators/index.ts';
import type { PackPart, PackTable } from '#kernel/pack-part.ts';
import { packParts as masterplan } from '#masterplan/index.ts';
import { packParts as people } from '#people/index.ts';
import { packParts as places } from '#places/index.ts';
import { packParts as plan } from '#plan/index.ts';
import { packParts as scores } from '#scores/index.ts';

/** Every file of a region pack, asked from the slices that own them. */
export const parts: PackPart[] = [...places, ...people, ...plan, ...masterplan, ...data, ...indicators, ...scores, ...alignment];
export const tables: PackTable[] = parts.flatMap((part) => part.tables);

/** The part that a file of this name belongs to. */
export function partOf(file: string): PackPart | undefined {
  return parts.find((part) => {
    const [head = '', tail] = part.file.split('*');
    return tail === undefined ? file === head : file.startsWith(head) && file.endsWith(tail) && file.length >= head.length + tail.length;
  });
}
