-- A request for friendship is named by its id.
alter table relationships add column id uuid not null default gen_random_uuid() unique;
create index relationships_from on relationships (from_id, kind, state) include (to_id);

-- What people do that others like to hear of; whether the viewer may know it is asked of the thing itself as well.
create table activities (
  -- UUIDv7, so that their order is the order of happening
  id uuid primary key,
  actor_id uuid not null references users on delete cascade,
  type text not null check (type in ('RSVP', 'EVENT_CREATED', 'CHECKIN', 'SHOW_ADDED', 'PHOTO_UPLOADED',
    'AUDIO_UPLOADED', 'VIDEO_UPLOADED', 'COMMENT', 'FOLLOW', 'FRIENDSHIP')),
  -- a copy of the thing's, kept by triggers, so that what is private is not even looked at
  audience audience not null,
  show_id uuid references shows on delete cascade,
  attendance_id uuid references attendances on delete cascade,
  comment_id uuid references comments on delete cascade,
  target_id uuid references users on delete cascade,
  -- media of one kind at one show within an hour are one: until when
  gathers_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index activities_actor on activities (actor_id, id desc) where audience <> 'private';
create index activities_show on activities (show_id, actor_id, type, id desc);
create index activities_attendance on activities (attendance_id) where attendance_id is not null;
create index activities_comment on activities (comment_id) where comment_id is not null;
create index activities_target on activities (target_id) where target_id is not null;
