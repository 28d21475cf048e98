-- Collection cycles: for which period which data are due, by when each step is to be done. What has become of an item is never kept here: it is
-- read from the newest row of its value, so that no cycle can say something else than the values do, and none hides what was recorded before.
create table data.cycle (
  region_code text not null, code text not null, name_id text not null, name_en text not null, period text not null,
  opens_on text not null, enter_by text not null, submit_by text not null, approve_by text not null, verify_by text not null, publish_by text not null,
  locks text, state text not null check (state in ('open', 'closed', 'reopened')), reason text, reopened_until text,
  note_id text, note_en text, source_code text,
  primary key (region_code, code)
);

-- What is due: an element in an area, of a period, in a series. `publish` false: it is collected and checked, and not published.
create table data.cycle_item (
  region_code text not null, cycle_code text not null, element_code text not null, area_code text not null, series_code text not null,
  period text not null, publish boolean not null,
  primary key (region_code, cycle_code, element_code, area_code, series_code)
);

-- Days on which nobody works, besides Saturday and Sunday; a regency adds its own and corrects what was decreed otherwise.
create table data.holiday (
  region_code text not null, day text not null, kind text not null check (kind in ('national', 'collective', 'regional', 'working')),
  name_id text not null, name_en text not null, source_code text,
  primary key (region_code, day)
);

-- An upload of values from a file: staged in an entry that no view shows until it is confirmed; `counts` tells how far it is and what it found.
create table data.import (
  region_code text not null, id uuid not null, entry_id uuid not null, file text not null, actor text not null, account_id text,
  state text not null check (state in ('reading', 'ready', 'refused', 'failed', 'done', 'undone', 'dropped')),
  seen_revision bigint not null, counts jsonb not null, started_at timestamptz not null, finished_at timestamptz,
  owner text, seen_at timestamptz,
  primary key (region_code, id)
);

-- Rows of an upload that are refused (`expected` says what would be taken), and a sample of those that change something (`before`, `after`).
create table data.import_line (
  region_code text not null, import_id uuid not null, line integer not null, kind text not null, subject text not null,
  field text, given text, expected text, before text, after text,
  primary key (region_code, import_id, line)
);

grant select, insert, update, delete on data.cycle, data.cycle_item, data.holiday, data.import, data.import_line to serasan_app;
alter table data.cycle enable row level security;
alter table data.cycle force row level security;
create policy own_region on data.cycle using (region_code = current_setting('serasan.region', true));
alter table data.cycle_item enable row level security;
alter table data.cycle_item force row level security;
create policy own_region on data.cycle_item using (region_code = current_setting('serasan.region', true));
alter table data.holiday enable row level security;
alter table data.holiday force row level security;
create policy own_region on data.holiday using (region_code = current_setting('serasan.region', true));
alter table data.import enable row level security;
alter table data.import force row level security;
create policy own_region on data.import using (region_code = current_setting('serasan.region', true));
alter table data.import_line enable row level security;
alter table data.import_line force row level security;
create policy own_region on data.import_line using (region_code = current_setting('serasan.region', true));

-- Found by the entry alone: with the region in front, a database without statistics takes this index for a value's own key, and reads every value of the region.
drop index data.value_by_entry;
create index value_by_entry on data.value (entry_id);
