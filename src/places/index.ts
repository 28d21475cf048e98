export { packParts } from './pack.ts';
export { type Area, getRegion, listAreas, listNeighbours, listRegions, listSources, listStatements, type Neighbour, type Region, type Source, type Statement } from './places.store.ts';
