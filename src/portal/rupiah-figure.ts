import { formatValue } from '#ui/index.ts';
import type { Fig } from './sentence.ts';
import type { Telling } from './telling.ts';

const bare = { dimension: 'currency', shown: { id: 'Rp#', en: 'Rp#' } };
/** `Rp6,6 miliar`, with the exact sum behind it. */
export const rupiahFigure = (tell: Telling, amount: string, href: string): Fig => ({ href, value: amount, shown: formatValue(amount, bare as Parameters<typeof formatValue>[1], tell.lang), marks: [] });
