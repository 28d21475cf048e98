import type { RegionModel } from '#portal/index.ts';
import type { ShownSnapshot } from '../api/context.ts';
import { datasets, fieldsOf } from './datasets.ts';

/** What a dataset is called and what it holds; the words of the page too. */
export type Describe = (name: string) => { title: string; description: string };

/**
 * The Data Package of a region (Frictionless, datapackage.org): every dataset with its columns, licence, sources and date. Paths are beside
 * the descriptor.
 */
export function dataPackage(model: RegionModel, snapshot: ShownSnapshot, describe: Describe, home: string): Record<string, unknown> {
  const sources = [...model.sources.values()].map((source) => ({ title: [source.publisher, source.title].filter(Boolean).join(': '), ...(source.url ? { path: source.url } : {}) }));
  return {
    profile: 'data-package', name: `serasan-${model.region.code.replace('.', '-')}`, id: `urn:serasan:${model.region.code}:${snapshot.id}`, title: model.region.name.id,
    description: [model.region.notice.id, model.region.about.id].join(' '), homepage: home, version: String(snapshot.revision), created: snapshot.madeAt.toISOString(),
    ...(model.region.fictional ? { keywords: ['Contoh', 'fictional'] } : {}), licenses: [{ ...licence, path: home }], ...(sources.length > 0 ? { sources } : {}),
    resources: datasets.map((dataset) => ({
      profile: 'tabular-data-resource', name: dataset.name, path: `${dataset.name}.csv`, ...describe(dataset.name), format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { fields: fieldsOf(dataset.row), missingValues: [''], primaryKey: dataset.key },
    })),
  };
}

/** No source states a licence that we know, so none is claimed: the page says whose the figures are. */
const licence = { title: 'Each figure belongs to its source; name it when you pass it on' };
