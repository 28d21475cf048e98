-- Versions of plans that are written here: what each draft is, every operation on it, and what leaders remark. The nodes of a draft stand in
-- plan.node, as those of every version do. `revision` counts the operations: who changes something says which one they saw.
create table plan.draft (
  region_code text not null, plan_code text not null, plan_version integer not null, from_version integer, revision integer not null,
  begun_at timestamptz not null, begun_by text, proposed_at timestamptz, proposed_by text, adopted_at timestamptz, adopted_by text,
  legal_number text, legal_day text, file_reference text,
  primary key (region_code, plan_code, plan_version)
);

-- An operation with each node before and after it; an undo is a row of its own that names what it undoes.
create table plan.operation (
  region_code text not null, plan_code text not null, plan_version integer not null, revision integer not null,
  at timestamptz not null, actor text not null, post_id text, kind text not null, node_codes jsonb not null, undoes integer, changes jsonb not null,
  primary key (region_code, plan_code, plan_version, revision)
);

create table plan.remark (
  region_code text not null, plan_code text not null, plan_version integer not null, id uuid not null, node_code text,
  text text not null, at timestamptz not null, post_id text, owner_post_id text, due_on text,
  decided text check (decided in ('keep', 'change', 'drop')), closed_at timestamptz, closed_by text,
  primary key (region_code, plan_code, plan_version, id)
);

create index node_by_parent on plan.node (region_code, plan_code, plan_version, parent_code, position, code);
create index link_by_node on plan.link (region_code, plan_code, plan_version, node_code);

grant select, insert, update, delete on plan.draft to serasan_app;
grant select, insert on plan.operation to serasan_app;
grant select, insert, update on plan.remark to serasan_app;
alter table plan.draft enable row level security;
alter table plan.draft force row level security;
create policy own_region on plan.draft using (region_code = current_setting('serasan.region', true));
alter table plan.operation enable row level security;
alter table plan.operation force row level security;
create policy own_region on plan.operation using (region_code = current_setting('serasan.region', true));
alter table plan.remark enable row level security;
alter table plan.remark force row level security;
create policy own_region on plan.remark using (region_code = current_setting('serasan.region', true));

-- A version that was adopted here never changes: no row of it is added, changed or taken away. Policies, because a distributed
-- table has no triggers; what is adopted is looked up once a statement, not once a row.
create policy adopted_stays on plan.draft as restrictive for update using (adopted_at is null) with check (true);
create policy adopted_is_kept on plan.draft as restrictive for delete using (adopted_at is null);
create policy adopted_takes_none on plan.operation as restrictive for insert with check (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.plan as restrictive for update using (code || ' ' || version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.plan as restrictive for delete using (code || ' ' || version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_takes_none on plan.node as restrictive for insert with check (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.node as restrictive for update using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.node as restrictive for delete using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_takes_none on plan.link as restrictive for insert with check (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.link as restrictive for update using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.link as restrictive for delete using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_takes_none on plan.funding as restrictive for insert with check (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.funding as restrictive for update using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.funding as restrictive for delete using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
