import { describe, expect, it } from 'vitest';
import { needsSecondFactor, permit } from './permissions.ts';
import { heldOn, type Post, roles } from '../posts.ts';

const aPost = (given: Partial<Post>): Post => ({ id: 'p', accountId: 'a', role: 'operator', agencyCode: 'dinkes', areaCode: null, pillarCode: null, acting: false, fromDay: '2026-01-01', untilDay: null, ...given });

describe('permit', () => {
  it('lets an operator enter what is of the own agency, and nothing else', () => {
    expect(permit([aPost({})], 'value.enter', { agencyCode: 'dinkes', areas: ['99.01'] })?.id).toBe('p');
    expect(permit([aPost({})], 'value.enter', { agencyCode: 'dukcapil' })).toBeNull();
    expect(permit([aPost({})], 'value.enter', {})).toBeNull();
    expect(permit([aPost({})], 'value.publish', { agencyCode: 'dinkes' })).toBeNull();
  });
  it('binds a post with an area to that area and what lies in it', () => {
    const bound = [aPost({ areaCode: '99.01.03' })];
    expect(permit(bound, 'value.enter', { agencyCode: 'dinkes', areas: ['99.01.03.2001', '99.01.03', '99.01'] })?.id).toBe('p');
    expect(permit(bound, 'value.enter', { agencyCode: 'dinkes', areas: ['99.01.04', '99.01'] })).toBeNull();
    expect(permit(bound, 'value.enter', { agencyCode: 'dinkes' })).toBeNull();
  });
  it('lets a post with an area see its work', () => expect(permit([aPost({ areaCode: '99.01.03' })], 'work.see')?.id).toBe('p'));
  it('gives an administrator no right to data, and nobody what is secret', () => {
    const administrator = [aPost({ role: 'administrator', agencyCode: null })];
    expect(permit(administrator, 'value.read')).toBeNull();
    expect(permit(administrator, 'account.manage')?.role).toBe('administrator');
    expect(permit([aPost({ role: 'leader' })], 'secret.read')).toBeNull();
  });
  it('asks a second factor of who approves, verifies, publishes, decides, adopts, keeps accounts or reads the log', () =>
    expect(roles.filter((role) => !needsSecondFactor(role))).toEqual(['operator', 'council', 'adviser']));
  it('counts a post from its first day to its last', () => {
    const post = aPost({ fromDay: '2026-02-01', untilDay: '2026-02-28' });
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((day) => heldOn([post], day).length)).toEqual([0, 1, 1, 0]);
  });
});
