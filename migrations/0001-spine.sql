-- The spine: regions and their areas, agencies, plans, the masterplan, data values, indicators, scores.
-- One statement per round trip (statements end with a semicolon at the end of a line). PostgreSQL 15 level.
-- region_code comes first in every key of a table that a region owns; row-level security stands in 0002.

create schema kernel;
create schema places;
create schema people;
create schema plan;
create schema masterplan;
create schema data;
create schema indicators;
create schema scores;

create table kernel.audit (
  region_code text not null, id uuid not null, at timestamptz not null, actor text not null,
  action text not null, subject text not null, before jsonb, after jsonb, reason text,
  primary key (region_code, id)
);

create table kernel.pack_load (
  region_code text not null, id uuid not null, folder text not null, digest text not null,
  state text not null check (state in ('loading', 'done', 'abandoned')),
  started_at timestamptz not null, finished_at timestamptz, counts jsonb not null,
  primary key (region_code, id)
);

create table kernel.revision_counter (
  region_code text not null, last bigint not null,
  primary key (region_code)
);

create table places.region (
  region_code text not null, code text not null, name_id text not null, name_en text not null, short_name text not null,
  kind text not null, time_zone text not null, hosts text[] not null, fictional boolean not null,
  notice_id text not null, notice_en text not null, about_id text not null, about_en text not null,
  front_plan text, compiled_on date not null, compiled_by_id text not null, compiled_by_en text not null, seed integer,
  primary key (region_code)
);

create table places.source (
  region_code text not null, code text not null, publisher text not null, title text, published text, url text,
  note_id text, note_en text,
  primary key (region_code, code)
);

create table places.area (
  region_code text not null, code text not null, parent_code text, level text not null, kind text not null,
  name text not null, capital text, lat double precision, lon double precision, label_lat double precision,
  label_lon double precision, area_km2 numeric, valid_from text, valid_to text, source_code text,
  primary key (region_code, code)
);

create table places.neighbour (
  region_code text not null, a_code text not null, b_code text not null, source_code text,
  primary key (region_code, a_code, b_code)
);

create table places.statement (
  region_code text not null, code text not null, about_kind text not null, about_code text not null,
  area_code text, period text, text_id text not null, text_en text not null, source_code text not null,
  primary key (region_code, code)
);

create table people.agency (
  region_code text not null, code text not null, name text not null, short_name text not null,
  source_code text, note_id text, note_en text,
  primary key (region_code, code)
);

create table plan.plan (
  region_code text not null, code text not null, version integer not null, kind text not null,
  name_id text not null, name_en text not null, short_name_id text not null, short_name_en text not null,
  vision_word text, period_from text not null, period_to text not null, baseline text not null,
  parent_code text, agency_code text, status text not null, legal_basis text, source_code text,
  note_id text, note_en text, levels jsonb not null, scoring jsonb not null, withdrawn boolean not null default false,
  primary key (region_code, code, version)
);

create table plan.node (
  region_code text not null, plan_code text not null, plan_version integer not null, code text not null,
  parent_code text, position integer not null, level text not null, text_id text not null, text_en text not null,
  short_id text, short_en text, letter text, weight numeric, basis text not null, source_code text,
  note_id text, note_en text,
  primary key (region_code, plan_code, plan_version, code)
);

create table plan.link (
  region_code text not null, kind text not null check (kind in ('indicator', 'initiative')), code text not null,
  plan_code text not null, plan_version integer not null, node_code text not null, role text not null,
  weight numeric, basis text not null, reason_id text, reason_en text, source_code text,
  primary key (region_code, kind, code, plan_code, plan_version, node_code)
);

create table masterplan.masterplan (
  region_code text not null, code text not null, name_id text not null, name_en text not null,
  vision_id text, vision_en text, vision_source_code text, period_from text, period_to text,
  status text not null, source_code text, note_id text, note_en text,
  primary key (region_code, code)
);

create table masterplan.pillar (
  region_code text not null, code text not null, slug text not null, position integer not null,
  name_id text not null, name_en text not null, purpose_id text, purpose_en text, weight numeric, source_code text,
  primary key (region_code, code)
);

create table masterplan.sub_dimension (
  region_code text not null, code text not null, pillar_code text not null, position integer not null,
  name_id text not null, name_en text not null, source_code text,
  primary key (region_code, code)
);

create table masterplan.initiative (
  region_code text not null, code text not null, position integer not null, kind text not null, name_id text not null, name_en text not null,
  pillar_code text, sub_dimension_code text, pillar_basis text, pillar_reason_id text, pillar_reason_en text,
  agency_code text, started text, summary_id text, summary_en text, state text not null, source_code text not null,
  statements jsonb not null,
  primary key (region_code, code)
);

create table masterplan.indicator_link (
  region_code text not null, indicator_code text not null, pillar_code text not null, sub_dimension_code text not null default '',
  weight numeric, basis text not null, reason_id text, reason_en text, source_code text,
  primary key (region_code, indicator_code, pillar_code, sub_dimension_code)
);

create table data.unit (
  region_code text not null, code text not null, name_id text not null, name_en text not null,
  shown_id text not null, shown_en text not null, dimension text not null,
  primary key (region_code, code)
);

create table data.element (
  region_code text not null, code text not null, name_id text not null, name_en text not null, unit_code text not null,
  value_type text not null, sum_area text not null, sum_time text not null, agency_code text,
  definition_id text, definition_en text, source_code text,
  primary key (region_code, code)
);

create table data.series (
  region_code text not null, element_code text not null, code text not null, name_id text not null, name_en text not null,
  kind text not null, note_id text, note_en text,
  primary key (region_code, element_code, code)
);

create table data.entry (
  region_code text not null, id uuid not null, revision bigint not null, kind text not null, actor text not null,
  state text not null check (state in ('staged', 'effective', 'withdrawn', 'abandoned')),
  at timestamptz not null, digest text, reason text,
  primary key (region_code, id)
);

create table data.value (
  region_code text not null, element_code text not null, area_code text not null, period text not null,
  series_code text not null, entry_id uuid not null, value numeric, text_value text, applicable boolean not null,
  status text not null, withdrawn boolean not null, quality text not null, origin text not null,
  source_code text, note_id text, note_en text, recorded_by text, recorded_at timestamptz,
  primary key (region_code, element_code, area_code, period, series_code, entry_id)
);

create table indicators.indicator (
  region_code text not null, code text not null, version integer not null default 1, name_id text not null, name_en text not null,
  short_id text not null, short_en text not null, definition_id text, definition_en text, unit_code text not null,
  direction text not null, lower_formula text not null, period_kind text not null, decimals integer not null,
  formula text not null, missing text not null, series text[] not null, level text not null, family text,
  agency_code text, source_code text, note_id text, note_en text, worked_examples jsonb not null,
  withdrawn boolean not null default false,
  primary key (region_code, code)
);

create table indicators.target (
  region_code text not null, indicator_code text not null, area_code text not null, period text not null,
  plan_code text not null default '', comparison text not null, value numeric not null, status text not null,
  origin text not null, source_code text, note_id text, note_en text,
  primary key (region_code, indicator_code, area_code, period, plan_code)
);

create table indicators.cell (
  region_code text not null, view text not null check (view in ('current', 'published')), indicator_code text not null,
  area_code text not null, period text not null, value double precision, reason text, series_code text,
  applicable boolean not null, quality text not null, origin text not null, other_series text[] not null,
  inputs jsonb not null, version integer not null, revision bigint not null,
  primary key (region_code, view, indicator_code, area_code, period)
);

create table scores.achievement (
  region_code text not null, view text not null, indicator_code text not null, area_code text not null, period text not null,
  plan_code text not null default '', raw double precision, capped double precision, class integer, met boolean, reason text,
  primary key (region_code, view, indicator_code, area_code, period, plan_code)
);

create table scores.standing (
  region_code text not null, view text not null, plan_code text not null, indicator_code text not null, area_code text not null,
  verdict text not null, latest_period text, latest_value double precision, first_period text, first_value double precision,
  series_code text, change double precision,
  primary key (region_code, view, plan_code, indicator_code, area_code)
);

create table scores.node_score (
  region_code text not null, view text not null, tree text not null check (tree in ('plan', 'pillar')), tree_code text not null,
  node_code text not null, period text not null, value double precision, class integer, known integer not null,
  declared integer not null, known_weight double precision not null, declared_weight double precision not null,
  low double precision, high double precision, parts jsonb not null,
  primary key (region_code, view, tree, tree_code, node_code, period)
);

create table scores.node_state (
  region_code text not null, view text not null, tree text not null, tree_code text not null, node_code text not null,
  state text not null, headline_period text, indicators integer not null, with_value integer not null,
  with_target integer not null, improved integer not null, worsened integer not null, initiatives integer not null,
  primary key (region_code, view, tree, tree_code, node_code)
);

create table scores.snapshot (
  region_code text not null, view text not null, id uuid not null, revision bigint not null, made_at timestamptz not null,
  counts jsonb not null,
  primary key (region_code, view)
);

create unique index entry_revision on data.entry (region_code, revision);
create index value_by_entry on data.value (region_code, entry_id);
create index cell_by_area on indicators.cell (region_code, view, area_code, period);
