-- Success factors and contributions are written in a draft and belong to its version from then on; '' speaks of whatever version of the plan, as a pack brings them.
alter table plan.success_factor add column plan_version text not null default '';
alter table plan.success_factor drop constraint success_factor_pkey;
alter table plan.success_factor add primary key (region_code, plan_code, plan_version, node_code, code);
alter table plan.contribution add column plan_version text not null default '';
alter table plan.contribution drop constraint contribution_pkey;
alter table plan.contribution add primary key (region_code, plan_code, plan_version, node_code, agency_code);

-- Versions that were begun here before get what was said of their nodes until now. On a server whose owner is no superuser a forced policy would hide it from who moves it.
alter table plan.success_factor no force row level security;
alter table plan.contribution no force row level security;
alter table plan.draft no force row level security;
alter table plan.node no force row level security;
insert into plan.success_factor (region_code, plan_code, plan_version, node_code, code, text_id, text_en, basis, source_code)
  select f.region_code, f.plan_code, d.plan_version::text, f.node_code, f.code, f.text_id, f.text_en, f.basis, f.source_code from plan.success_factor f
  join plan.draft d on d.region_code = f.region_code and d.plan_code = f.plan_code and d.thrown_at is null
  join plan.node n on n.region_code = f.region_code and n.plan_code = f.plan_code and n.plan_version = d.plan_version and n.code = f.node_code;
insert into plan.contribution (region_code, plan_code, plan_version, node_code, agency_code, role, text_id, text_en, factor_code, basis, source_code)
  select f.region_code, f.plan_code, d.plan_version::text, f.node_code, f.agency_code, f.role, f.text_id, f.text_en, f.factor_code, f.basis, f.source_code from plan.contribution f
  join plan.draft d on d.region_code = f.region_code and d.plan_code = f.plan_code and d.thrown_at is null
  join plan.node n on n.region_code = f.region_code and n.plan_code = f.plan_code and n.plan_version = d.plan_version and n.code = f.node_code;
alter table plan.success_factor force row level security;
alter table plan.contribution force row level security;
alter table plan.draft force row level security;
alter table plan.node force row level security;

-- What was adopted here never changes; see 0018.
create policy adopted_takes_none on plan.success_factor as restrictive for insert with check (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.success_factor as restrictive for update using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.success_factor as restrictive for delete using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_takes_none on plan.contribution as restrictive for insert with check (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_stays on plan.contribution as restrictive for update using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
create policy adopted_is_kept on plan.contribution as restrictive for delete using (plan_code || ' ' || plan_version <> all (array(select d.plan_code || ' ' || d.plan_version from plan.draft d where d.region_code = current_setting('serasan.region', true) and d.adopted_at is not null)));
