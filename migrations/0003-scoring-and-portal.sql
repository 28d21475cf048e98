-- Every kind of target, period modes, who answers for a shared indicator, self-stated and verified values, frozen snapshots,
-- boundaries and a look of its own for each region. Absent words stand for their default, said in regions/README.md.

alter table indicators.indicator add column target_kind text;
alter table indicators.indicator add column milestones jsonb not null default '[]';
alter table indicators.indicator add column period_mode text;
alter table indicators.target add column value_to numeric;

create table indicators.indicator_agency (
  region_code text not null, indicator_code text not null, agency_code text not null, role text not null, weight numeric,
  account_id text, account_en text, basis text not null, source_code text,
  primary key (region_code, indicator_code, agency_code)
);

alter table data.value add column assurance text;
create index value_stated on data.value (region_code, element_code) where assurance = 'stated';
alter table indicators.cell add column assurance text;
alter table indicators.cell add column stated_value double precision;

alter table plan.node add column serves_code text;

alter table places.region add column theme jsonb not null default '[]';
alter table places.region add column arms text;

create table places.boundary (
  region_code text not null, area_code text not null, geometry jsonb not null, source_code text not null,
  primary key (region_code, area_code)
);

-- The period of the value that was held against the target: a year's target may be met by its last quarter.
alter table scores.achievement add column value_period text;
alter table scores.achievement add column stated double precision;
alter table scores.node_score add column stated double precision;
alter table scores.snapshot add column as_of text not null default '1900-01-01';

create table scores.frozen (
  region_code text not null, code text not null, frozen_on text not null, name_id text not null, name_en text not null,
  note_id text, note_en text, revision bigint not null,
  primary key (region_code, code)
);

create table scores.frozen_node (
  region_code text not null, frozen_code text not null, tree text not null, tree_code text not null, node_code text not null,
  period text not null, value double precision, class integer, known integer not null, declared integer not null,
  low double precision, high double precision, parts jsonb not null,
  primary key (region_code, frozen_code, tree, tree_code, node_code, period)
);

create table scores.frozen_indicator (
  region_code text not null, frozen_code text not null, indicator_code text not null, area_code text not null, period text not null,
  value double precision, series_code text, quality text not null, origin text not null, formula text not null, inputs jsonb not null,
  plan_code text, target_period text, target text, raw double precision, capped double precision, class integer, met boolean,
  primary key (region_code, frozen_code, indicator_code, area_code)
);

grant select, insert, update, delete on indicators.indicator_agency to serasan_app;
alter table indicators.indicator_agency enable row level security;
alter table indicators.indicator_agency force row level security;
create policy own_region on indicators.indicator_agency using (region_code = current_setting('serasan.region', true));
grant select, insert, update, delete on places.boundary to serasan_app;
alter table places.boundary enable row level security;
alter table places.boundary force row level security;
create policy own_region on places.boundary using (region_code = current_setting('serasan.region', true));
grant select, insert, update, delete on scores.frozen to serasan_app;
alter table scores.frozen enable row level security;
alter table scores.frozen force row level security;
create policy own_region on scores.frozen using (region_code = current_setting('serasan.region', true));
grant select, insert, update, delete on scores.frozen_node to serasan_app;
alter table scores.frozen_node enable row level security;
alter table scores.frozen_node force row level security;
create policy own_region on scores.frozen_node using (region_code = current_setting('serasan.region', true));
grant select, insert, update, delete on scores.frozen_indicator to serasan_app;
alter table scores.frozen_indicator enable row level security;
alter table scores.frozen_indicator force row level security;
create policy own_region on scores.frozen_indicator using (region_code = current_setting('serasan.region', true));
