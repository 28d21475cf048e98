-- What the linter asks beside the trees: money of nodes by year, legal bases, who answers for a pillar, bodies and their meetings, and exceptions.
create schema if not exists alignment;
grant usage on schema alignment to serasan_app;
alter table masterplan.masterplan add column legal_basis text;
alter table masterplan.pillar add column person_in_charge_id text;
alter table masterplan.pillar add column person_in_charge_en text;
alter table masterplan.initiative add column ends_on text;
alter table masterplan.initiative add column cost_estimate numeric(20,2);
alter table masterplan.initiative add column first_milestone_id text;
alter table masterplan.initiative add column first_milestone_en text;
alter table masterplan.initiative add column first_milestone_on text;

-- Indicative funding of a node in a year, in rupiah.
create table plan.funding (
  region_code text not null, plan_code text not null, plan_version integer not null, node_code text not null, period text not null,
  amount numeric(20,2) not null, basis text not null, source_code text, note_id text, note_en text,
  primary key (region_code, plan_code, plan_version, node_code, period)
);

-- The programme's bodies (council, team, forum), and when they met.
create table masterplan.body (
  region_code text not null, code text not null, kind text not null check (kind in ('council', 'team', 'forum')), name_id text not null, name_en text not null,
  legal_basis text, source_code text, note_id text, note_en text,
  primary key (region_code, code)
);
create table masterplan.meeting (
  region_code text not null, body_code text not null, held_on text not null, subject_id text, subject_en text, source_code text,
  primary key (region_code, body_code, held_on)
);

-- A finding of the linter that somebody lets stand until a day.
create table alignment.lint_exception (
  region_code text not null, rule text not null, about_kind text not null, about_code text not null, reason text not null, until_day text not null,
  primary key (region_code, rule, about_kind, about_code)
);

grant select, insert, update, delete on plan.funding, masterplan.body, masterplan.meeting, alignment.lint_exception to serasan_app;
alter table plan.funding enable row level security;
alter table plan.funding force row level security;
create policy own_region on plan.funding using (region_code = current_setting('serasan.region', true));
alter table masterplan.body enable row level security;
alter table masterplan.body force row level security;
create policy own_region on masterplan.body using (region_code = current_setting('serasan.region', true));
alter table masterplan.meeting enable row level security;
alter table masterplan.meeting force row level security;
create policy own_region on masterplan.meeting using (region_code = current_setting('serasan.region', true));
alter table alignment.lint_exception enable row level security;
alter table alignment.lint_exception force row level security;
create policy own_region on alignment.lint_exception using (region_code = current_setting('serasan.region', true));
