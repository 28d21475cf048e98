-- How elements are put together: over areas and over time each its own way, weighted by another element, and how often an element is counted.
alter table data.element add column weight_code text;
alter table data.element add column period_kind text;

-- Categories that elements are told by, such as sex or age, and their options. A value's element_code names the option: `PENDUDUK.P`.
create table data.category (
  region_code text not null, code text not null, name_id text not null, name_en text not null,
  primary key (region_code, code)
);
create table data.category_option (
  region_code text not null, category_code text not null, code text not null, name_id text not null, name_en text not null,
  primary key (region_code, category_code, code)
);
grant select, insert, update, delete on data.category to serasan_app;
grant select, insert, update, delete on data.category_option to serasan_app;
alter table data.category enable row level security;
alter table data.category force row level security;
create policy own_region on data.category using (region_code = current_setting('serasan.region', true));
alter table data.category_option enable row level security;
alter table data.category_option force row level security;
create policy own_region on data.category_option using (region_code = current_setting('serasan.region', true));
alter table data.element add column categories text;

-- An indicator that tells a class, such as `tinggi`, or yes or no, gives no number but its word.
alter table indicators.cell add column text_value text;
