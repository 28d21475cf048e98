export { packParts } from './pack.ts';
