-- Who signs in (of no region: one account may hold posts in several), and the posts of each region.
-- Identities are not granted to serasan_app: inside a region's transaction nobody can read them.
create table people.account (
  id text primary key, name text not null, email text not null unique, email_verified boolean not null, image text,
  created_at timestamptz not null, updated_at timestamptz not null, two_factor_enabled boolean,
  home_region text
);

-- How an account proves itself: the digest of its password (argon2id).
create table people.credential (
  id text primary key, account_id text not null, provider_id text not null, user_id text not null references people.account (id) on delete cascade,
  access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  scope text, password text, created_at timestamptz not null, updated_at timestamptz not null
);

create index credential_of on people.credential (user_id);

create table people.session (
  id text primary key, expires_at timestamptz not null, token text not null unique, created_at timestamptz not null, updated_at timestamptz not null,
  ip_address text, user_agent text, user_id text not null references people.account (id) on delete cascade
);

create index session_of on people.session (user_id);

-- Short-lived: a sign-in that waits for its code.
create table people.verification (
  id text primary key, identifier text not null, value text not null, expires_at timestamptz not null,
  created_at timestamptz not null, updated_at timestamptz not null
);

create index verification_of on people.verification (identifier);

-- The second factor: secret and spare codes, both encrypted with the installation's key.
create table people.second_factor (
  id text primary key, secret text not null, backup_codes text not null, user_id text not null references people.account (id) on delete cascade,
  verified boolean, failed_verification_count integer, locked_until timestamptz
);

create index second_factor_of on people.second_factor (user_id);

-- One-time links, by digest. Without an account: the link of the first administrator.
create table people.link (
  digest text primary key, account_id text references people.account (id) on delete cascade, region_code text not null, made_by text,
  made_at timestamptz not null, expires_at timestamptz not null, spent_at timestamptz, clears_factor boolean not null
);

-- Failed sign-ins in a row, by keyed digest of the address that was typed: for one that does not exist just as for one that does.
create table people.attempt (
  digest text primary key, failed integer not null, last_at timestamptz not null, locked_until timestamptz
);

-- Codes of the second factor that were used: each serves once.
create table people.used_code (
  account_id text not null references people.account (id) on delete cascade, code text not null, at timestamptz not null,
  primary key (account_id, code)
);

create table people.post (
  region_code text not null, id uuid not null, account_id text not null, role text not null, agency_code text, area_code text, pillar_code text,
  acting boolean not null, from_day text not null, until_day text,
  primary key (region_code, id)
);

-- Accounts that another region made and that were called here, also before they hold a post.
create table people.guest (
  region_code text not null, account_id text not null, since timestamptz not null,
  primary key (region_code, account_id)
);

create index post_of on people.post (region_code, account_id);

grant select, insert, update on people.post to serasan_app;
alter table people.post enable row level security;
alter table people.post force row level security;
create policy own_region on people.post using (region_code = current_setting('serasan.region', true));
grant select, insert on people.guest to serasan_app;
alter table people.guest enable row level security;
alter table people.guest force row level security;
create policy own_region on people.guest using (region_code = current_setting('serasan.region', true));
