-- Links are made and changed here, each with what bears it out; suggestions are answered by a person; a draft may be thrown away; what decides a node's success, and
-- who contributes to it.
alter table plan.link add column evidence text;

-- A link that we read into an adopted version stands beside it and may change; what the document itself links never does.
drop policy adopted_takes_none on plan.link;
drop policy adopted_stays on plan.link;
drop policy adopted_is_kept on plan.link;
create policy adopted_takes_none on plan.link as restrictive for insert with check (basis = 'reading' or plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.link as restrictive for update using (basis = 'reading' or plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.link as restrictive for delete using (basis = 'reading' or plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));

-- What somebody answered to a suggested link: of a node by its code, in whatever version of its plan.
create table alignment.suggestion_answer (
  region_code text not null, kind text not null check (kind in ('indicator', 'initiative')), code text not null, plan_code text not null, node_code text not null,
  answer text not null check (answer in ('accepted', 'rejected', 'taken_back')), reason text, because jsonb not null, at timestamptz not null, actor text not null, post_id text,
  primary key (region_code, kind, code, plan_code, node_code)
);

-- A draft that its region does not want: its nodes go, its operations and this row stay.
alter table plan.draft add column thrown_at timestamptz;
alter table plan.draft add column thrown_by text;
alter table plan.draft add column thrown_reason text;

-- The performance tree: what must be so that a node is reached, and which agency does what for it. Both speak of a node by its code.
create table plan.success_factor (
  region_code text not null, plan_code text not null, node_code text not null, code text not null, text_id text not null, text_en text not null,
  basis text not null, source_code text,
  primary key (region_code, plan_code, node_code, code)
);
create table plan.contribution (
  region_code text not null, plan_code text not null, node_code text not null, agency_code text not null, role text not null check (role in ('lead', 'contributor')),
  text_id text not null, text_en text not null, factor_code text, basis text not null, source_code text,
  primary key (region_code, plan_code, node_code, agency_code)
);

grant select, insert, update on alignment.suggestion_answer to serasan_app;
grant select, insert, update, delete on plan.success_factor, plan.contribution to serasan_app;
alter table alignment.suggestion_answer enable row level security;
alter table alignment.suggestion_answer force row level security;
create policy own_region on alignment.suggestion_answer using (region_code = current_setting('serasan.region', true));
alter table plan.success_factor enable row level security;
alter table plan.success_factor force row level security;
create policy own_region on plan.success_factor using (region_code = current_setting('serasan.region', true));
alter table plan.contribution enable row level security;
alter table plan.contribution force row level security;
create policy own_region on plan.contribution using (region_code = current_setting('serasan.region', true));
