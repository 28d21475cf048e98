-- Cells and scores are written in batches that no view shows yet, and shown all at once by naming the batches: indicators.cell_shown for
-- cells (a batch is one indicator's, shown in one view or in both), scores.snapshot for scores. Rows of other batches are nobody's.

create sequence kernel.batch;
grant usage on sequence kernel.batch to serasan_app;

alter table indicators.cell rename to cell_before;
alter index indicators.cell_pkey rename to cell_before_pkey;
-- The owner may be no superuser, and then a forced policy would hide from it what is to be moved.
alter table indicators.cell_before disable row level security;

create table indicators.cell (
  region_code text not null, batch bigint not null, area_code text not null, period text not null, value double precision, reason text,
  series_code text, applicable boolean not null, quality text not null, origin text not null, other_series text[] not null,
  inputs json not null, version integer not null, revision bigint not null, assurance text, stated_value double precision,
  primary key (region_code, batch, area_code, period)
);
create table indicators.cell_batch (
  region_code text not null, batch bigint not null, indicator_code text not null,
  primary key (region_code, batch)
);
create table indicators.cell_shown (
  region_code text not null, view text not null check (view in ('current', 'published')), indicator_code text not null, batch bigint not null,
  primary key (region_code, view, indicator_code)
);

insert into indicators.cell_shown
  select region_code, view, indicator_code, row_number() over (order by region_code, view, indicator_code) from (select distinct region_code, view, indicator_code from indicators.cell_before) known;
insert into indicators.cell_batch select region_code, batch, indicator_code from indicators.cell_shown;
insert into indicators.cell
  select c.region_code, s.batch, c.area_code, c.period, c.value, c.reason, c.series_code, c.applicable, c.quality, c.origin, c.other_series,
    c.inputs, c.version, c.revision, c.assurance, c.stated_value
  from indicators.cell_before c join indicators.cell_shown s using (region_code, view, indicator_code);
drop table indicators.cell_before;
select setval('kernel.batch', 10 + (select count(*) from indicators.cell_shown));
alter table scores.snapshot disable row level security;
alter table scores.snapshot add column batch bigint;
update scores.snapshot set batch = case view when 'current' then 1 else 2 end;
alter table scores.snapshot alter column batch set not null;
alter table scores.snapshot enable row level security;

alter table scores.achievement disable row level security;
alter table scores.achievement add column batch bigint;
update scores.achievement set batch = case view when 'current' then 1 else 2 end;
alter table scores.achievement drop column view;
alter table scores.achievement add primary key (region_code, batch, indicator_code, area_code, period, plan_code);
alter table scores.achievement enable row level security;

alter table scores.standing disable row level security;
alter table scores.standing add column batch bigint;
update scores.standing set batch = case view when 'current' then 1 else 2 end;
alter table scores.standing drop column view;
alter table scores.standing add primary key (region_code, batch, plan_code, indicator_code, area_code);
alter table scores.standing enable row level security;

alter table scores.node_score disable row level security;
alter table scores.node_score add column batch bigint;
update scores.node_score set batch = case view when 'current' then 1 else 2 end;
alter table scores.node_score drop column view;
alter table scores.node_score add primary key (region_code, batch, tree, tree_code, node_code, period);
alter table scores.node_score enable row level security;

alter table scores.node_state disable row level security;
alter table scores.node_state add column batch bigint;
update scores.node_state set batch = case view when 'current' then 1 else 2 end;
alter table scores.node_state drop column view;
alter table scores.node_state add primary key (region_code, batch, tree, tree_code, node_code);
alter table scores.node_state enable row level security;

-- Who loads, so that a second load of the region is refused while the first one lives.
alter table kernel.pack_load add column owner text;
alter table kernel.pack_load add column seen_at timestamptz;
-- A load that the database refused is not tried again by itself.
alter table kernel.pack_load drop constraint pack_load_state_check;
alter table kernel.pack_load add constraint pack_load_state_check check (state in ('loading', 'done', 'abandoned', 'failed'));

grant select, insert, update, delete on indicators.cell to serasan_app;
alter table indicators.cell enable row level security;
alter table indicators.cell force row level security;
create policy own_region on indicators.cell using (region_code = current_setting('serasan.region', true));
grant select, insert, update, delete on indicators.cell_batch to serasan_app;
alter table indicators.cell_batch enable row level security;
alter table indicators.cell_batch force row level security;
create policy own_region on indicators.cell_batch using (region_code = current_setting('serasan.region', true));
grant select, insert, update, delete on indicators.cell_shown to serasan_app;
alter table indicators.cell_shown enable row level security;
alter table indicators.cell_shown force row level security;
create policy own_region on indicators.cell_shown using (region_code = current_setting('serasan.region', true));
