import { expect, it } from 'vitest';
import { accessRows } from './access.ts';
import type { Post } from '../posts.ts';

const aPost = (given: Partial<Post>): Post => ({ id: 'p', accountId: 'a', role: 'operator', agencyCode: 'dinkes', areaCode: null, pillarCode: null, acting: false, fromDay: '2026-01-01', untilDay: null, ...given });

it('names the posts that may do something to a thing, and by which of mine I may', () => {
  const posts = [aPost({ id: 'own' }), aPost({ id: 'other', agencyCode: 'dukcapil' }), aPost({ id: 'bound', areaCode: '99.01.03' }), aPost({ id: 'office', role: 'programme_office', agencyCode: null })];
  const of = (action: string, mine: Post[]) => accessRows({ agencyCode: 'dinkes', areas: ['99.01.04', '99.01'] }, posts, mine).find((row) => row.action === action);
  expect(of('value.enter', [aPost({ id: 'own' })])).toMatchObject({ roles: [{ role: 'operator', reach: 'agency' }, { role: 'agency_head', reach: 'agency' }], posts: [{ id: 'own' }], mine: { id: 'own' } });
  expect(of('value.publish', [aPost({})])).toMatchObject({ posts: [{ id: 'office' }], mine: null });
  expect(of('secret.read', posts)).toMatchObject({ roles: [], posts: [], mine: null });
});
