/** What a post is charged with (jabatan); a person may hold several posts, in several agencies and regions. */
export const roles = [
  'leader', 'secretary', 'planner', 'programme_office', 'pillar_lead', 'operator', 'agency_head', 'verifier', 'inspectorate', 'council', 'adviser', 'administrator',
] as const;
export type Role = (typeof roles)[number];

/** A post that an account holds in one region. Days are text, `2026-11-28`, in the region's time zone; both ends are included. */
export interface Post {
  id: string;
  accountId: string;
  role: Role;
  /** Null where the post belongs to no agency. */
  agencyCode: string | null;
  /** The area to which the post is bound; null is the whole region. */
  areaCode: string | null;
  /** Of a person in charge of a pillar. */
  pillarCode: string | null;
  /** Held for another, for a time (pelaksana tugas). */
  acting: boolean;
  fromDay: string;
  untilDay: string | null;
}

/** Posts that are held on a day. */
export const heldOn = (posts: Post[], day: string): Post[] => posts.filter((post) => post.fromDay <= day && (post.untilDay === null || day <= post.untilDay));

/** Whether a text is a day of the calendar, `2026-11-28`. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 60 * 60_000).toISOString().slice(0, 10);

/** What a role must be bound to: without it its permissions reach nothing. */
export const boundTo: Partial<Record<Role, 'agency' | 'pillar'>> = { operator: 'agency', agency_head: 'agency', pillar_lead: 'pillar' };
