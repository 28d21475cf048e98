import { messagesOf } from '#kernel/i18n.ts';
import type { RegionModel } from '#portal/index.ts';
import type { LinkedData, Site } from '#ui/index.ts';
import { linkTo, publicHref } from '#ui/index.ts';
import { columnsIn, datasets } from './datasets.ts';
import english from './downloads.messages.en.json' with { type: 'json' };
import indonesian from './downloads.messages.id.json' with { type: 'json' };

export const dataWords = messagesOf(indonesian, english);
type Key = keyof typeof indonesian;
/** What a dataset is called and holds, in a language. */
export const describeIn = (lang: Site['lang']) => (name: string): { title: string; description: string } => ({ title: dataWords(lang)(`set.${name}` as Key), description: dataWords(lang)(`set.${name}.what` as Key) });

export interface DataPage {
  asOf: string;
  fictional: boolean;
  sets: { name: string; title: string; what: string; files: { href: string; words: string }[] }[];
  whole: { href: string; title: string; what: string }[];
  columns: { name: string; words: string }[];
  helpHref: string;
  apiHref: string;
  linked: LinkedData;
}

/** All that can be taken along from a region, with addresses. */
export function dataPage(model: RegionModel, site: Site): DataPage {
  const say = dataWords(site.lang);
  const describe = describeIn(site.lang);
  const file = (name: string): string => linkTo(site, `/data/${name}`);
  const [before, last] = model.frozen.slice(-2);
  const row = (key: 'whole.pack' | 'whole.package' | 'whole.changes' | 'feed' | 'potret', href: string) => ({ href, title: say(key), what: say(`${key}.what`) });
  return {
    asOf: model.snapshot.asOf, fictional: model.region.fictional,
    sets: datasets.map(({ name }) => ({ name, title: describe(name).title, what: describe(name).description, files: [{ href: file(`${name}.csv`), words: 'CSV' }, { href: file(`${name}.json`), words: 'JSON' }] })),
    whole: [
      row('whole.pack', file('pack.zip')), row('whole.package', file('datapackage.json')), row('whole.changes', `/api/v1/regions/${model.region.code}/changes?since=${Math.max(0, model.snapshot.revision - 1)}`),
      row('feed', linkTo(site, '/umpan/semua.atom')), ...(before && last ? [row('potret', linkTo(site, `/potret/${encodeURIComponent(before.code)}/${encodeURIComponent(last.code)}`))] : []),
    ],
    columns: columnsIn(site.lang).filter((one) => one.name !== 'fictional' || model.region.fictional), helpHref: linkTo(site, '/bantuan'),
    apiHref: linkTo(site, '/data/api'), linked: catalogOf(model, site),
  };
}

/** schema.org: a catalogue of datasets, each with its two files. No licence address: no source states one that we know. */
function catalogOf(model: RegionModel, site: Site): LinkedData {
  const describe = describeIn(site.lang);
  const place = { '@type': 'AdministrativeArea', name: model.region.name[site.lang], identifier: model.region.code };
  return {
    '@type': 'DataCatalog', name: `${dataWords(site.lang)('title')}, ${model.region.name[site.lang]}`, description: dataWords(site.lang)('lead'), dateModified: model.snapshot.asOf, isAccessibleForFree: true, spatialCoverage: place,
    ...(model.region.fictional ? { creativeWorkStatus: 'Simulated' } : {}),
    dataset: datasets.map(({ name }) => ({
      '@type': 'Dataset', name: describe(name).title, description: `${describe(name).description} ${model.region.notice[site.lang]}`, identifier: `${model.region.code}/${name}`, dateModified: model.snapshot.asOf, isAccessibleForFree: true, spatialCoverage: place,
      distribution: ['csv', 'json'].map((format) => ({ '@type': 'DataDownload', encodingFormat: format === 'csv' ? 'text/csv' : 'application/json', contentUrl: publicHref(site, `/data/${name}.${format}`, site.lang) })),
    })),
  };
}
