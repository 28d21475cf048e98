-- Whose account recorded an entry: two persons see each value, whichever posts they hold and whoever holds them later. Null for packs, and for what was recorded before.
alter table data.entry add column account_id text;
