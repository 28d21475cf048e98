import type { Reroute, Transport } from '@sveltejs/kit/hooks';
import { DrawnHere, readAddress } from '#ui/index.ts';

/** Language and region stand before the page in the address; routes see the page alone. */
export const reroute: Reroute = ({ url }) => readAddress(url.pathname).path;

/** The kit writes out every page's data, also where no script reads it; a view that is drawn here is passed over (half of a page's cost). */
export const transport: Transport = { DrawnHere: { encode: (value) => value instanceof DrawnHere && [], decode: () => new DrawnHere() } };
