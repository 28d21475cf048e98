import type { Lang } from '#kernel/i18n.ts';

/** An address taken apart: `/en/daerah/99.01/rencana` is English, region 99.01, page `/rencana`. */
export interface Address {
  lang: Lang;
  /** As written in the address; null when it names none. */
  region: string | null;
  /** The page alone, always with a leading slash. */
  path: string;
}

/** Takes language and region off a path; English is `/en`, before `/daerah/{code}`. */
export function readAddress(pathname: string): Address {
  // As the router will see it: `/api/%761/` is the API too.
  const [, api, , list, code] = decoded(pathname).split('/');
  if (api === 'api') return { lang: 'en', region: list === 'regions' ? (code ?? null) : null, path: pathname };
  const steps = pathname.split('/').filter((step) => step !== '');
  const lang = steps[0] === 'en' ? 'en' : 'id';
  if (lang === 'en') steps.shift();
  const region = steps[0] === 'daerah' && steps[1] !== undefined ? decoded(steps[1]) : null;
  if (region !== null) steps.splice(0, 2);
  return { lang, region, path: `/${steps.join('/')}` };
}

/** The prefix of every link of a page. */
export const baseOf = ({ lang, region }: Pick<Address, 'lang' | 'region'>): string =>
  (lang === 'en' ? '/en' : '') + (region === null ? '' : `/daerah/${encodeURIComponent(region)}`);

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
