-- How elements are put together: over areas and over time each its own way, weighted by another element, and how often an element is counted.
alter table data.element add column weight_code text;
alter table data.element add column period_kind text;
