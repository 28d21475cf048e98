-- What the leaders ask for holds until the draft has it, or until who asked (or the leader) takes it back: then here stands when.
alter table masterplan.remark add column withdrawn_at timestamptz;
-- Until now only the post that asked could be content without an answer: by deciding to keep.
alter table masterplan.remark no force row level security;
update masterplan.remark set withdrawn_at = closed_at where decision <> 'keep' and closed_by = post_id;
alter table masterplan.remark force row level security;
