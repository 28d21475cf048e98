-- Who is to answer a remark on a plan's draft: an agency, as in the review of a masterplan.
alter table plan.remark add column owner_agency text;
