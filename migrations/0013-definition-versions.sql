-- What a definition was before, and what it became: a row for each version of a row of a definition table, from its first change on. `definition` is
-- the row as a pack writes it; null is that it was taken away. The tables themselves hold what is in force.
create table kernel.definition_version (
  region_code text not null, subject text not null, key text not null, version integer not null,
  at timestamptz, actor text not null, post_id text, reason text, definition jsonb,
  primary key (region_code, subject, key, version)
);

grant select, insert on kernel.definition_version to serasan_app;
alter table kernel.definition_version enable row level security;
alter table kernel.definition_version force row level security;
create policy own_region on kernel.definition_version using (region_code = current_setting('serasan.region', true));
