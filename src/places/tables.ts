import type { ColumnType } from 'kysely';

/** Colours of head and ornament, as `#rrggbb`. */
export interface RegionTheme {
  cloth: string;
  thread: string;
}

export interface RegionRow {
  regionCode: string;
  code: string;
  nameId: string;
  nameEn: string;
  shortName: string;
  kind: string;
  timeZone: string;
  hosts: string[];
  fictional: boolean;
  noticeId: string;
  noticeEn: string;
  aboutId: string;
  aboutEn: string;
  frontPlan: string | null;
  compiledOn: string;
  compiledById: string;
  compiledByEn: string;
  seed: number | null;
  /** Its own look; an empty list where it has none. */
  theme: ColumnType<RegionTheme | [], string, string>;
  /** Its arms as an SVG drawing. */
  arms: string | null;
}

export interface SourceRow {
  regionCode: string;
  code: string;
  publisher: string;
  title: string | null;
  published: string | null;
  url: string | null;
  noteId: string | null;
  noteEn: string | null;
}

export interface AreaRow {
  regionCode: string;
  code: string;
  parentCode: string | null;
  level: string;
  kind: string;
  name: string;
  capital: string | null;
  lat: number | null;
  lon: number | null;
  labelLat: number | null;
  labelLon: number | null;
  areaKm2: string | null;
  validFrom: string | null;
  validTo: string | null;
  sourceCode: string | null;
}

export interface BoundaryRow {
  regionCode: string;
  areaCode: string;
  geometry: ColumnType<BoundaryGeometry, string, string>;
  sourceCode: string;
}

/** GeoJSON (RFC 7946): rings of longitude and latitude. */
export type BoundaryGeometry = { type: 'Polygon'; coordinates: [number, number][][] } | { type: 'MultiPolygon'; coordinates: [number, number][][][] };

export interface NeighbourRow {
  regionCode: string;
  aCode: string;
  bCode: string;
  sourceCode: string | null;
}

export interface StatementRow {
  regionCode: string;
  code: string;
  aboutKind: string;
  aboutCode: string;
  areaCode: string | null;
  period: string | null;
  textId: string;
  textEn: string;
  sourceCode: string;
}

/** The tables of `places`; a store takes a handle typed with these alone. */
export type PlacesTables = {
  'places.region': RegionRow;
  'places.source': SourceRow;
  'places.area': AreaRow;
  'places.boundary': BoundaryRow;
  'places.neighbour': NeighbourRow;
  'places.statement': StatementRow;
};
