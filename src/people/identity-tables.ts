import type { ColumnType } from 'kysely';

/** Who signs in. No region owns it; kept and written by the sign-in library too, so its column names follow that. */
export interface AccountRow {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Date;
  updatedAt: Date;
  twoFactorEnabled: boolean | null;
  /** The region whose administrators may give it a new link; in others it is a guest. */
  homeRegion: string | null;
}

export interface CredentialRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface SessionRow {
  id: string;
  expiresAt: Date;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface LinkRow {
  digest: string;
  /** Null for the link of the first administrator, who has no account yet. */
  accountId: string | null;
  regionCode: string;
  /** The post that made it; null when the server did. */
  madeBy: string | null;
  madeAt: Date;
  expiresAt: Date;
  spentAt: Date | null;
  /** Takes the second factor away as well: its telephone is lost. */
  clearsFactor: boolean;
  /** Sets no password: it is taken up with the one there is, by an account that another region made. */
  accepts: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface SecondFactorRow {
  id: string;
  userId: string;
  lockedUntil: Date | null;
}

/** A sign-in that waits for its code: `value` is the account. */
export interface VerificationRow {
  id: string;
  value: string;
}

export interface AttemptRow {
  digest: string;
  failed: number;
  lastAt: Date;
  lockedUntil: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface UsedCodeRow {
  accountId: string;
  code: string;
  at: Date;
}

/** Tables without a region: a store reaches them by `identitiesOf` or `forIdentities` alone. */
export type IdentityTables = {
  'people.account': AccountRow;
  'people.credential': CredentialRow;
  'people.verification': VerificationRow;
  'people.session': SessionRow;
  'people.link': LinkRow;
  'people.secondFactor': SecondFactorRow;
  'people.attempt': AttemptRow;
  'people.usedCode': UsedCodeRow;
};
