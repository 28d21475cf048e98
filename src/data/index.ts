export { packParts, statuses, valueTable } from './pack.ts';
