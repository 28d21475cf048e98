import { messagesOf } from '#kernel/i18n.ts';
import { parsePeriod } from '#kernel/periods.ts';
import type { LinkedData } from '#ui/index.ts';
import { withValue } from '../lookups.ts';
import { type Cell, type Indicator, type Source, valueSlot } from '../region-model.ts';
import { inLang, type Telling, unitOf } from '../telling.ts';
import english from './metadata.messages.en.json' with { type: 'json' };
import indonesian from './metadata.messages.id.json' with { type: 'json' };

const words = messagesOf(indonesian, english);
const mostSources = 20;

const place = (tell: Telling): LinkedData => ({ '@type': 'AdministrativeArea', name: inLang(tell, tell.model.region.name), identifier: tell.model.region.code });

/** Of the front page: a site about a government, with what it says of itself. This site speaks of that government, not for it. */
export const regionData = (tell: Telling): LinkedData => ({
  '@type': 'WebSite', name: `Serasan, ${inLang(tell, tell.model.region.name)}`, description: inLang(tell, tell.model.region.about), dateModified: tell.model.snapshot.asOf,
  about: {
    '@type': 'GovernmentOrganization', name: words(tell.lang)('government', { name: inLang(tell, tell.model.region.name) }), areaServed: place(tell),
    disambiguatingDescription: inLang(tell, tell.model.region.notice),
  },
});

/** Of an agency's page. */
export function agencyData(tell: Telling, code: string): LinkedData | undefined {
  const agency = tell.model.agencies.get(code);
  if (!agency) return undefined;
  return {
    '@type': 'WebPage', name: agency.name, dateModified: tell.model.snapshot.asOf,
    about: {
      '@type': 'GovernmentOrganization', name: agency.name, alternateName: agency.shortName, areaServed: place(tell), disambiguatingDescription: inLang(tell, tell.model.region.notice),
      parentOrganization: { '@type': 'GovernmentOrganization', name: words(tell.lang)('government', { name: inLang(tell, tell.model.region.name) }) },
    },
  };
}

/** Of an indicator's page: its values as a data set, with the sources it rests on. None without a value. No licence: no source states one that we know. */
export function indicatorData(tell: Telling, code: string): LinkedData | undefined {
  const indicator = tell.model.indicators.get(code);
  const cells = withValue(tell.model.cells.get(code));
  if (!indicator || cells.length === 0) return undefined;
  const say = words(tell.lang);
  const simulated = tell.model.region.fictional || cells.some((cell) => cell.origin === 'simulated');
  const sources = sourcesOf(tell, indicator, cells);
  const name = say('dataset', { name: inLang(tell, indicator.name), place: inLang(tell, tell.model.region.name) });
  return {
    '@type': 'Dataset', name, description: [indicator.definition ? inLang(tell, indicator.definition) : `${name}.`, simulated ? say('simulated') : ''].filter(Boolean).join(' '),
    ...(simulated ? { creativeWorkStatus: 'Simulated' } : {}), identifier: `${tell.model.region.code}/${code}`, isAccessibleForFree: true, dateModified: tell.model.snapshot.asOf,
    temporalCoverage: coverage(cells), spatialCoverage: place(tell),
    variableMeasured: { '@type': 'PropertyValue', name: inLang(tell, indicator.name), unitText: unitName(tell, indicator), measurementTechnique: indicator.formula },
    creator: [...new Set(sources.map((source) => source.publisher))].map((publisher) => ({ '@type': 'Organization', name: publisher })),
    isBasedOn: sources.map(sourceData),
  };
}

const unitName = (tell: Telling, indicator: Indicator): string => {
  const unit = unitOf(tell, indicator.unitCode);
  return unit ? inLang(tell, unit.name) : indicator.unitCode;
};

/** From the first day of the first value to the last day of the last: an interval of ISO 8601. */
function coverage(cells: Cell[]): string {
  const periods = cells.map((cell) => parsePeriod(cell.period));
  const starts = periods.map((period) => period.start).sort();
  const ends = periods.map((period) => period.end).sort();
  return `${starts[0]}/${ends.at(-1)}`;
}

/** What the values were taken from, the newest value's source first; and the source of the definition. */
function sourcesOf(tell: Telling, indicator: Indicator, cells: Cell[]): Source[] {
  const codes = cells.toReversed().flatMap((cell) => cell.inputs.map((input) => tell.model.values.get(valueSlot(input.element, input.series ?? '', input.period))?.sourceCode));
  const found = [...new Set([...codes, indicator.sourceCode])].flatMap((code) => (code ? (tell.model.sources.get(code) ?? []) : []));
  return found.slice(0, mostSources);
}

const sourceData = (source: Source): LinkedData => ({
  '@type': 'CreativeWork', name: source.title ?? source.publisher, publisher: { '@type': 'Organization', name: source.publisher },
  ...(source.url ? { url: source.url } : {}), ...(source.published ? { datePublished: source.published } : {}),
});

/** JSON-LD by page. */
export const linkedData = { agency: agencyData, indicator: indicatorData, region: regionData };
