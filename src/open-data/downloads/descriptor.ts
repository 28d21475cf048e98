import type { Lang } from '#kernel/i18n.ts';
import type { RegionModel } from '#portal/index.ts';
import type { ShownSnapshot } from '../api/context.ts';
import { licence } from '../api/reply.ts';
import type { Resource } from '../api/resources.ts';
import { datasets, fieldsOf } from './datasets.ts';

/** What a dataset is called and what it holds; the words of the page too. */
export type Describe = (name: string) => { title: string; description: string };

/**
 * The Data Package of a region (Frictionless, datapackage.org): every dataset with its columns, licence, sources and date. Paths are beside
 * the descriptor.
 */
export function dataPackage(model: RegionModel, snapshot: ShownSnapshot, { describe, home, lang }: { describe: Describe; home: string; lang: Lang }): Record<string, unknown> {
  const sources = [...model.sources.values()].map((source) => ({ title: [source.publisher, source.title].filter(Boolean).join(': '), ...(source.url ? { path: source.url } : {}) }));
  return {
    profile: 'tabular-data-package', name: `serasan-${model.region.code.replace('.', '-')}`, id: `urn:serasan:${model.region.code}:${snapshot.id}`, title: model.region.name[lang],
    description: [model.region.notice[lang], model.region.about[lang]].join(' '), homepage: home, version: String(snapshot.revision), created: snapshot.madeAt.toISOString(),
    ...(model.region.fictional ? { keywords: ['Contoh', 'fictional'] } : {}), licenses: [{ name: 'other-by-source', title: licence, path: home }], ...(sources.length > 0 ? { sources } : {}),
    resources: datasets.map((dataset) => ({
      profile: 'tabular-data-resource', name: dataset.name, path: `${dataset.name}.csv`, ...describe(dataset.name), format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { fields: fieldsOf(dataset.row, model.region.fictional, lang), missingValues: [''], ...(mayBeEmpty(dataset) ? {} : { primaryKey: dataset.key }) },
    })),
  };
}

/** A target that no plan set has an empty part in its key, which Table Schema does not allow in a primary key. */
const mayBeEmpty = ({ key }: Resource): boolean => key.includes('planCode');
