-- Lets a dashboard count what somebody keeps without reading the rows.
create index media_kept on media (owner_id, kind) where state <> 'failed';
