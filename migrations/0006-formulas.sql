-- The scale of a unit, so that a formula may add millions to units; and constants that formulas name.
alter table data.unit add column scale numeric;

-- What counted as zero in a cell because its indicator says so.
alter table indicators.cell add column assumed_zero text[] not null default '{}';

create table data.constant (
  region_code text not null, code text not null, name_id text not null, name_en text not null, value numeric not null,
  unit_code text not null, source_code text, note_id text, note_en text,
  primary key (region_code, code)
);
grant select, insert, update, delete on data.constant to serasan_app;
alter table data.constant enable row level security;
alter table data.constant force row level security;
create policy own_region on data.constant using (region_code = current_setting('serasan.region', true));
