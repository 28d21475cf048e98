import { type MapShape, shapeBoundaries, shapeSchematic, shortCode } from '#ui/index.ts';
import { areaPage } from '../addresses.ts';
import type { Area, RegionModel, Source } from '../region-model.ts';
import { type Part, sentence, text, verbatim } from '../sentence.ts';
import { type Telling, when } from '../telling.ts';
import { districtsOf } from './area-rules.ts';
import type { SayArea } from './area-words.ts';

/** What stands behind each place of the map. */
export interface MapLink {
  name: string;
  short: string;
  href: string;
  /** Its name for who cannot see the map, with its figure. */
  title: string;
  chosen: boolean;
}

export interface MapView {
  heading: string;
  reading: Part[];
  description: string;
  narrow: MapShape;
  wide: MapShape;
  areas: Record<string, MapLink>;
  /** Where the boundaries come from; none for a schematic map. */
  sources: Source[];
  notes: Part[][];
}

/** Population by district, in one period. */
export interface People {
  period: string;
  /** By district. */
  values: Map<string, number>;
  shown: (value: number) => string;
}

const widths = [328, 640] as const;
type Shapes = [narrow: MapShape, wide: MapShape];
/** The places of a snapshot never change, and laying them out is the dearest part of the page. */
const laidOut = new WeakMap<RegionModel, Map<string, Shapes>>();

function shapesOnce(model: RegionModel, how: string, lay: () => Shapes): Shapes {
  const known = laidOut.get(model) ?? new Map<string, Shapes>();
  laidOut.set(model, known);
  const shapes = known.get(how) ?? lay();
  known.set(how, shapes);
  return shapes;
}

/** The districts as a map: by the region's own boundaries where it brought them, else schematic, and saying so. Null where no place is known. */
export function mapOf(tell: Telling, say: SayArea, people: People | null, chosen: string | null): MapView | null {
  const { model } = tell;
  const districts = districtsOf(model);
  const bounded = districts.some((area) => model.boundaries.has(area.code));
  const drawn = districts.filter((area) => (bounded ? model.boundaries.has(area.code) : area.lat !== null && area.lon !== null));
  if (drawn.length === 0) return null;
  const sized = people !== null && drawn.every((area) => people.values.has(area.code));
  const how = bounded ? 'boundary' : sized ? `by population ${people.period}` : 'equal';
  const [narrow, wide] = shapesOnce(model, how, () => (bounded ? boundaryShapes(model, drawn) : schematicShapes(model, drawn, sized ? people : null)));
  const missing = districts.filter((area) => !drawn.includes(area));
  const codes = [...narrow.places, ...wide.places].some((place) => place.lines.length === 0);
  const named = model.areas.get(chosen ?? '');
  const description = [
    say(bounded ? 'map.title.boundary' : 'map.title.schematic', { n: drawn.length }), ...(named ? [say('map.title.chosen', { name: named.name })] : []), say('map.title.list'),
  ];
  const reading = bounded ? [text(say('map.boundary.reading'))] : sized ? sentence(say, 'map.schematic.people', { period: when(tell, people.period) }) : [text(say('map.schematic.equal'))];
  return {
    heading: say(bounded ? 'map.boundary' : 'map.schematic'), reading, description: description.join(' '), narrow, wide, sources: bounded ? sourcesOf(model, drawn) : [],
    areas: Object.fromEntries(drawn.map((area) => [area.code, linkOf(tell, area, people, area.code === chosen)])),
    notes: [
      ...(codes ? [[text(say('map.codes'))]] : []),
      ...(missing.length > 0 ? [sentence(say, bounded ? 'map.missing.boundary' : 'map.missing', { names: verbatim(missing.map((area) => area.name).join(', ')) })] : []),
    ],
  };
}

function linkOf(tell: Telling, area: Area, people: People | null, chosen: boolean): MapLink {
  const value = people?.values.get(area.code);
  return { name: area.name, short: shortCode(area.code), href: areaPage(tell.base, area.code), title: value === undefined || people === null ? area.name : `${area.name}, ${people.shown(value)}`, chosen };
}

function boundaryShapes(model: RegionModel, drawn: Area[]): Shapes {
  const areas = drawn.flatMap((area) => {
    const outline = model.boundaries.get(area.code)?.geometry;
    const [lat, lon] = [area.labelLat ?? area.lat, area.labelLon ?? area.lon];
    return outline ? [{ code: area.code, name: area.name, outline, label: lat !== null && lon !== null ? ([lon, lat] as [number, number]) : null }] : [];
  });
  return widths.map((width) => shapeBoundaries(areas, width)) as Shapes;
}

function schematicShapes(model: RegionModel, drawn: Area[], people: People | null): Shapes {
  const places = drawn.map((area) => ({ code: area.code, name: area.name, lat: area.labelLat ?? area.lat ?? 0, lon: area.labelLon ?? area.lon ?? 0, size: people?.values.get(area.code) ?? null }));
  const touching = model.neighbours.map(({ aCode, bCode }): [string, string] => [aCode, bCode]);
  return widths.map((width) => shapeSchematic(places, touching, width)) as Shapes;
}

function sourcesOf(model: RegionModel, drawn: Area[]): Source[] {
  const codes = [...new Set(drawn.map((area) => model.boundaries.get(area.code)?.sourceCode ?? ''))];
  return codes.flatMap((code) => model.sources.get(code) ?? []);
}

