import type { Post, Role } from '../posts.ts';

/** How far a permission reaches: the whole region, what belongs to the post's own agency, or what belongs to its pillar. */
export type Reach = 'region' | 'agency' | 'pillar';

/** What an action is done to; what is left out belongs to no agency, area or pillar. */
export interface Thing {
  agencyCode?: string | null;
  /** The area and all that it lies in, nearest first: `['99.01.03.2001', '99.01.03', '99.01']`. */
  areas?: string[];
  pillarCode?: string | null;
}

/** All posts of agencies, and all who serve the whole region. */
const everybody: Partial<Record<Role, Reach>> = {
  leader: 'region', secretary: 'region', planner: 'region', programme_office: 'region', pillar_lead: 'region', operator: 'region', agency_head: 'region', verifier: 'region', inspectorate: 'region', council: 'region',
};

/**
 * Who may do what: action × role → reach. What stands nowhere nobody may. An administrator keeps accounts and settings and has no right to data;
 * no rank reads what is marked secret (our reading of Perpres 39/2019 and PermenPANRB 88/2021: producer, steward and evaluator are different hands).
 */
export const permissions = {
  'work.see': { ...everybody, adviser: 'region' },
  'value.read': everybody,
  'value.enter': { operator: 'agency', agency_head: 'agency' },
  'value.import': { operator: 'agency', agency_head: 'agency', programme_office: 'region' },
  'value.approve': { agency_head: 'agency' },
  'value.verify': { verifier: 'region', programme_office: 'region' },
  'value.return': { agency_head: 'agency', verifier: 'region', programme_office: 'region' },
  'value.publish': { programme_office: 'region' },
  'cycle.manage': { programme_office: 'region' },
  'cycle.reopen': { programme_office: 'region' },
  'calendar.edit': { programme_office: 'region' },
  'element.edit': { programme_office: 'region', operator: 'agency' },
  'indicator.edit': { planner: 'region', programme_office: 'region' },
  'target.edit': { planner: 'region' },
  'plan.edit': { planner: 'region' },
  'plan.propose': { planner: 'region' },
  'plan.adopt': { planner: 'region' },
  'plan.remark': { leader: 'region', secretary: 'region' },
  'link.edit': { planner: 'region', programme_office: 'region' },
  'lint.except': { planner: 'region', programme_office: 'region' },
  'rule.edit': { programme_office: 'region' },
  'agency.edit': { administrator: 'region' },
  'area.edit': { planner: 'region', administrator: 'region' },
  'masterplan.read': { leader: 'region', secretary: 'region', planner: 'region', programme_office: 'region', pillar_lead: 'region', agency_head: 'region', inspectorate: 'region', council: 'region' },
  'masterplan.edit': { programme_office: 'region' },
  'masterplan.decide': { leader: 'region', secretary: 'region', pillar_lead: 'pillar' },
  'masterplan.adopt': { programme_office: 'region' },
  'commitment.keep': { programme_office: 'region', agency_head: 'agency' },
  'account.manage': { administrator: 'region' },
  'post.handover': { administrator: 'region', agency_head: 'agency' },
  'access.see': { ...everybody, administrator: 'region' },
  'secret.read': {},
  'log.read': { inspectorate: 'region' },
  'backup.make': { administrator: 'region' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;
export type Action = keyof typeof permissions;

/** What asks for a second factor: to approve, verify, publish, decide, adopt, keep accounts or backups, or read the log. */
const guarded: readonly Action[] = ['value.approve', 'value.verify', 'value.publish', 'plan.adopt', 'plan.remark', 'masterplan.decide', 'masterplan.adopt', 'account.manage', 'backup.make', 'log.read'];
/** Whether posts of a role count only with a second factor. */
export const needsSecondFactor = (role: Role): boolean => guarded.some((action) => role in permissions[action]);

/** Done to nothing in particular: a post that is bound to an area may do it too. */
const aboutNothing: readonly Action[] = ['work.see', 'access.see', 'masterplan.read'];

/** The post that permits an action on a thing, or null. Only posts that are held today are to be given. */
export function permit(posts: Post[], action: Action, thing: Thing = {}): Post | null {
  const row: Partial<Record<Role, Reach>> = permissions[action];
  return posts.find((post) => {
    const reach = row[post.role];
    return reach !== undefined && (aboutNothing.includes(action) || reaches(post, reach, thing));
  }) ?? null;
}

function reaches(post: Post, reach: Reach, thing: Thing): boolean {
  if (post.areaCode !== null && !(thing.areas ?? []).includes(post.areaCode)) return false;
  if (reach === 'agency') return post.agencyCode !== null && thing.agencyCode === post.agencyCode;
  return reach === 'region' || (post.pillarCode !== null && thing.pillarCode === post.pillarCode);
}
