-- A cell may be replaced alone, in one view, within a batch that both views show: `views` says in which of the views that show its batch
-- it stands (1 current, 2 published, 3 both).
alter table indicators.cell disable row level security;
alter table indicators.cell add column views smallint not null default 3 check (views between 1 and 3);
alter table indicators.cell drop constraint cell_pkey;
alter table indicators.cell add primary key (region_code, batch, area_code, period, views);
alter table indicators.cell enable row level security;

-- When anybody but a pack recorded last: asked at each change, however many changes there were.
create index entry_recorded on data.entry (region_code, at) where state = 'effective' and kind <> 'pack';

-- Indicators whose cells wait to be computed again: shown as they were, and said to be so. Computed cells wait in the batches named here
-- until all are shown together. `mark` (from kernel.batch) tells one reason to compute from the next; `expected` is how many cells it had.
create table indicators.stale (
  region_code text not null, indicator_code text not null, mark bigint not null, since timestamptz not null,
  seen_revision bigint, current_batch bigint, published_batch bigint, expected integer not null,
  primary key (region_code, indicator_code)
);
grant select, insert, update, delete on indicators.stale to serasan_app;
alter table indicators.stale enable row level security;
alter table indicators.stale force row level security;
create policy own_region on indicators.stale using (region_code = current_setting('serasan.region', true));
-- The job asks in which regions there is work, as the start does of loads: only who owns the tables reads across regions.
create policy listed on indicators.stale for select to current_user using (true);
-- Batches that the job has opened: nobody but the job sweeps them.
alter table indicators.cell_batch disable row level security;
alter table indicators.cell_batch add column held boolean not null default false;
alter table indicators.cell_batch enable row level security;

-- Changes with every change of a definition, so that who computes with definitions need not read them again for each value.
alter table kernel.revision_counter add column definitions text not null default '';

-- Which process works on a region, so that no two do the same.
create table kernel.job (
  region_code text not null, name text not null, owner text not null, seen_at timestamptz not null,
  primary key (region_code, name)
);
grant select, insert, update, delete on kernel.job to serasan_app;
alter table kernel.job enable row level security;
alter table kernel.job force row level security;
create policy own_region on kernel.job using (region_code = current_setting('serasan.region', true));
