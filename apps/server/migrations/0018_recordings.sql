-- Audio and video join photos: what plays has a duration, what failed a code, what was deleted some minutes of grace.
alter table media add duration_ms bigint, add bitrate integer, add tags jsonb, add failure_code text,
  add deleted_at timestamptz;
alter table media drop constraint media_captured_at_source_check;
alter table media add constraint media_captured_at_source_check
  check (captured_at_source in ('exif', 'exif_local', 'container', 'file', 'upload'));
alter table media add constraint media_failure_code_check
  check (failure_code in ('file_corrupt', 'too_long', 'no_stream', 'too_demanding', 'internal'));

-- What somebody has already is found by what it says.
create index media_content on media (owner_id, sha256);
create index media_deleted on media (deleted_at) where deleted_at is not null;

-- What somebody keeps, and counts, is what she has not deleted.
drop index media_owner;
create index media_owner on media (owner_id, kind, id desc) include (file_size, deleted_at);
drop index media_kept;
create index media_kept on media (owner_id, kind) where state <> 'failed' and deleted_at is null;

-- A rung of a video's ladder has a codec and a bitrate; its playlist is kept as a file of its own.
alter table renditions add codecs text, add bitrate integer;
