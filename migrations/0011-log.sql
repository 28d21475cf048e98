-- The log knows the account and the post behind a change, and from where, as a keyed digest; a row belongs to the seal that was made over it.
alter table kernel.audit add column account_id text;
alter table kernel.audit add column post_id text;
alter table kernel.audit add column address text;
alter table kernel.audit add column seal bigint;
-- In this order rows are sealed, and by it a seal's rows are found again.
create index audit_by_seal on kernel.audit (region_code, seal, id);
create index audit_by_time on kernel.audit (region_code, at);

-- Each seal is a digest over its rows and the seal before it.
create table kernel.audit_seal (
  region_code text not null, number bigint not null check (number > 0), previous text not null, hash text not null,
  row_count integer not null, sealed_at timestamptz not null,
  primary key (region_code, number)
);
grant select, insert on kernel.audit_seal to serasan_app;
alter table kernel.audit_seal enable row level security;
alter table kernel.audit_seal force row level security;
create policy own_region on kernel.audit_seal using (region_code = current_setting('serasan.region', true));

-- Nothing of the log is ever updated but this one column, and that once.
grant update (seal) on kernel.audit to serasan_app;
create policy sealed_once on kernel.audit as restrictive for update using (seal is null) with check (seal is not null);
