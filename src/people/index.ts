export { type Agency, listAgencies } from './agencies.store.ts';
export { packParts } from './pack.ts';
export { type Action, permit, permissions, type Thing } from './permissions.ts';
export { heldOn, type Post, type Role, roles } from './posts.ts';
