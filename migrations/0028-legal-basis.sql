-- The day and the decree's file of what adopted a version stand with the version itself, so that they are read wherever its number is.
alter table plan.plan add column legal_day text;
alter table plan.plan add column legal_file text;
-- As in 0024: the owner may be no superuser.
alter table plan.plan no force row level security;
alter table plan.draft no force row level security;
update plan.plan p set legal_day = d.legal_day from plan.draft d
  where d.region_code = p.region_code and d.plan_code = p.code and d.plan_version = p.version and d.adopted_at is not null and d.thrown_at is null;
alter table plan.plan force row level security;
alter table plan.draft force row level security;
