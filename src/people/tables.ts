import type { Role } from './posts.ts';

export interface AgencyRow {
  regionCode: string;
  code: string;
  name: string;
  shortName: string;
  sourceCode: string | null;
  noteId: string | null;
  noteEn: string | null;
}

export interface PostRow {
  regionCode: string;
  id: string;
  accountId: string;
  role: Role;
  agencyCode: string | null;
  areaCode: string | null;
  pillarCode: string | null;
  acting: boolean;
  fromDay: string;
  untilDay: string | null;
}

/** An account of another region that was called here. */
export interface GuestRow {
  regionCode: string;
  accountId: string;
  since: Date;
  /** The name under which it was called, until it has come; empty where the region has forgotten it before. */
  name: string | null;
}

/** The tables of `people` that a region owns; those of identities stand in identity-tables.ts. A store takes a handle typed with these alone. */
export type PeopleTables = {
  'people.agency': AgencyRow;
  'people.post': PostRow;
  'people.guest': GuestRow;
};
