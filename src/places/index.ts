export type { BoundaryGeometry, RegionTheme } from './tables.ts';
export { packParts } from './pack.ts';
export { type Area, type Boundary, getRegion, listAreas, listBoundaries, listNeighbours, listRegions, listSources, listStatements, putSource, type ListedRegion, type Neighbour, type Region, type Source, type Statement } from './places.store.ts';
