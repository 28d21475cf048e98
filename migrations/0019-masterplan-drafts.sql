-- The whole masterplan as definitions, drafts of it with what the leaders remark, the versions that were adopted, and kept files.
alter table masterplan.initiative add column quick_win_id text;
alter table masterplan.initiative add column quick_win_en text;
alter table masterplan.initiative add column quick_win_on text;

create table masterplan.readiness (
  region_code text not null, code text not null, element text not null check (element in ('nature', 'structure', 'infrastructure', 'superstructure', 'culture')),
  part_id text, part_en text, finding_id text not null, finding_en text not null, state text not null check (state in ('ready', 'partly', 'lacking', 'unknown')), source_code text,
  primary key (region_code, code)
);
create table masterplan.swot (
  region_code text not null, code text not null, side text not null check (side in ('strength', 'weakness', 'opportunity', 'threat')),
  pillar_code text, readiness_code text, text_id text not null, text_en text not null, source_code text,
  primary key (region_code, code)
);
create table masterplan.strategy (
  region_code text not null, code text not null, pillar_code text not null, sub_dimension_code text, swot_code text, name_id text not null, name_en text not null, source_code text,
  primary key (region_code, code)
);
create table masterplan.action_plan (
  region_code text not null, code text not null, action_group text not null check (action_group in ('capacity', 'infrastructure', 'application', 'literacy')),
  pillar_code text not null, initiative_code text, strategy_code text, name_id text not null, name_en text not null, agency_code text, starts_on text, ends_on text, source_code text,
  primary key (region_code, code)
);
create table masterplan.roadmap (
  region_code text not null, initiative_code text not null, period text not null, horizon text not null check (horizon in ('short', 'medium', 'long')),
  step_id text not null, step_en text not null, cost_estimate numeric(20,2), source_code text,
  primary key (region_code, initiative_code, period)
);
-- Seats of a body, by post: never a person's name.
create table masterplan.seat (
  region_code text not null, body_code text not null, code text not null, post_id text not null, post_en text not null,
  role text not null check (role in ('chair', 'secretary', 'member')), agency_code text, external boolean not null, source_code text,
  primary key (region_code, body_code, code)
);
-- Decrees and minutes; `file` is the digest of a kept file.
create table masterplan.paper (
  region_code text not null, code text not null, kind text not null check (kind in ('regional_law', 'regulation', 'decree', 'minutes')), number text, signed_on text,
  title_id text not null, title_en text not null, body_code text, held_on text, file text, source_code text,
  primary key (region_code, code)
);

-- A draft is rows over what is in force.
create table masterplan.draft (
  region_code text not null, id text not null, name text not null, state text not null check (state in ('draft', 'proposed', 'adopted', 'withdrawn')),
  begun_at timestamptz not null, begun_by text, changed_at timestamptz not null, proposed_at timestamptz, ended_at timestamptz, version integer,
  primary key (region_code, id)
);
-- `definition` as a pack writes it, null takes the row away; `before` is the row that was in force when it was first changed.
create table masterplan.draft_row (
  region_code text not null, draft_id text not null, subject text not null, key text not null, definition jsonb, before jsonb, changed_at timestamptz not null, post_id text,
  primary key (region_code, draft_id, subject, key)
);
create table masterplan.remark (
  region_code text not null, draft_id text not null, id text not null, subject text not null, key text not null, decision text not null check (decision in ('keep', 'change', 'drop')),
  text text, owner_agency text, due_on text, role text not null, post_id text, made_at timestamptz not null,
  answer text, closed_at timestamptz, closed_by text,
  primary key (region_code, draft_id, id)
);
-- What was adopted, whole and for ever: no role may change or take away a row.
create table masterplan.version (
  region_code text not null, version integer not null, name text not null, legal_number text, legal_day text, file text, adopted_at timestamptz, post_id text, draft_id text,
  content text not null, digest text not null,
  primary key (region_code, version)
);
create table masterplan.commitment (
  region_code text not null, draft_id text not null, agency_code text not null, file text not null, kept_at timestamptz not null, post_id text,
  primary key (region_code, draft_id, agency_code, file)
);

-- A kept file, by the digest of its bytes; the bytes stand in the data folder.
create table kernel.file (
  region_code text not null, digest text not null, kind text not null check (kind in ('pdf', 'jpeg', 'png')), size integer not null, kept_at timestamptz not null, post_id text,
  primary key (region_code, digest)
);

grant select, insert, update, delete on masterplan.readiness, masterplan.swot, masterplan.strategy, masterplan.action_plan, masterplan.roadmap, masterplan.seat, masterplan.paper, masterplan.draft, masterplan.draft_row to serasan_app;
grant select, insert, update on masterplan.remark to serasan_app;
grant select, insert on masterplan.version, masterplan.commitment, kernel.file to serasan_app;
alter table masterplan.readiness enable row level security;
alter table masterplan.readiness force row level security;
create policy own_region on masterplan.readiness using (region_code = current_setting('serasan.region', true));
alter table masterplan.swot enable row level security;
alter table masterplan.swot force row level security;
create policy own_region on masterplan.swot using (region_code = current_setting('serasan.region', true));
alter table masterplan.strategy enable row level security;
alter table masterplan.strategy force row level security;
create policy own_region on masterplan.strategy using (region_code = current_setting('serasan.region', true));
alter table masterplan.action_plan enable row level security;
alter table masterplan.action_plan force row level security;
create policy own_region on masterplan.action_plan using (region_code = current_setting('serasan.region', true));
alter table masterplan.roadmap enable row level security;
alter table masterplan.roadmap force row level security;
create policy own_region on masterplan.roadmap using (region_code = current_setting('serasan.region', true));
alter table masterplan.seat enable row level security;
alter table masterplan.seat force row level security;
create policy own_region on masterplan.seat using (region_code = current_setting('serasan.region', true));
alter table masterplan.paper enable row level security;
alter table masterplan.paper force row level security;
create policy own_region on masterplan.paper using (region_code = current_setting('serasan.region', true));
alter table masterplan.draft enable row level security;
alter table masterplan.draft force row level security;
create policy own_region on masterplan.draft using (region_code = current_setting('serasan.region', true));
alter table masterplan.draft_row enable row level security;
alter table masterplan.draft_row force row level security;
create policy own_region on masterplan.draft_row using (region_code = current_setting('serasan.region', true));
alter table masterplan.remark enable row level security;
alter table masterplan.remark force row level security;
create policy own_region on masterplan.remark using (region_code = current_setting('serasan.region', true));
alter table masterplan.version enable row level security;
alter table masterplan.version force row level security;
create policy own_region on masterplan.version using (region_code = current_setting('serasan.region', true));
alter table masterplan.commitment enable row level security;
alter table masterplan.commitment force row level security;
create policy own_region on masterplan.commitment using (region_code = current_setting('serasan.region', true));
alter table kernel.file enable row level security;
alter table kernel.file force row level security;
create policy own_region on kernel.file using (region_code = current_setting('serasan.region', true));
