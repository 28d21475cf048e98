-- What a target was until the day on which it was changed: never written over, and never taken away by a load.
create table indicators.target_change (
  region_code text not null, indicator_code text not null, area_code text not null, period text not null, plan_code text not null default '',
  changed_on text not null, comparison text not null, value numeric not null, value_to numeric, source_code text, note_id text, note_en text,
  primary key (region_code, indicator_code, area_code, period, plan_code, changed_on)
);

-- What the unit of an indicator or an element was until that day.
create table indicators.unit_change (
  region_code text not null, about_kind text not null check (about_kind in ('indicator', 'element')), about_code text not null, changed_on text not null,
  unit_code text not null, unit_id text not null, unit_en text not null, source_code text, note_id text, note_en text,
  primary key (region_code, about_kind, about_code, changed_on)
);

-- What must hold between values of one area and period.
create table indicators.validation_rule (
  region_code text not null, code text not null, name_id text not null, name_en text not null, instruction_id text, instruction_en text,
  left_side text not null, operator text not null, right_side text not null, left_missing text not null, right_missing text not null,
  tolerance numeric, period_kind text not null, level text, basis text not null, source_code text, note_id text, note_en text,
  primary key (region_code, code)
);

grant select, insert, update, delete on indicators.target_change, indicators.unit_change, indicators.validation_rule to serasan_app;
alter table indicators.target_change enable row level security;
alter table indicators.target_change force row level security;
create policy own_region on indicators.target_change using (region_code = current_setting('serasan.region', true));
alter table indicators.unit_change enable row level security;
alter table indicators.unit_change force row level security;
create policy own_region on indicators.unit_change using (region_code = current_setting('serasan.region', true));
alter table indicators.validation_rule enable row level security;
alter table indicators.validation_rule force row level security;
create policy own_region on indicators.validation_rule using (region_code = current_setting('serasan.region', true));
