import type { Reroute } from '@sveltejs/kit/hooks';
import { readAddress } from '#ui/index.ts';

/** Language and region stand before the page in the address; routes see the page alone. */
export const reroute: Reroute = ({ url }) => readAddress(url.pathname).path;
