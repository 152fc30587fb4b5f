-- A request for friendship is named by its id. `withdrawn` is one that was rejected and then taken back: nobody sees it,
-- and it keeps whoever sent it from asking anew and being heard anew.
alter table relationships
  add column id uuid not null default gen_random_uuid() unique,
  drop constraint relationships_state_check,
  add check (state in ('pending', 'accepted', 'rejected', 'withdrawn')),
  add check (kind = 'friend' or state = 'accepted');
create index relationships_from on relationships (from_id, kind, state) include (to_id);

-- People can be found by whoever knows their whole address, unless they would rather not.
alter table users add column found_by_email boolean not null default true;

-- What people do that others like to hear of; whether the viewer may know it is asked of the thing itself as well.
create table activities (
  -- UUIDv7, so that their order is the order of happening
  id uuid primary key,
  actor_id uuid not null references users on delete cascade,
  type text not null check (type in ('RSVP', 'EVENT_CREATED', 'CHECKIN', 'SHOW_ADDED', 'PHOTO_UPLOADED',
    'AUDIO_UPLOADED', 'VIDEO_UPLOADED', 'COMMENT', 'FOLLOW', 'FRIENDSHIP')),
  -- never narrower than the thing's, kept so by the triggers below, so that what is private is not even looked at
  audience audience not null,
  show_id uuid references shows on delete cascade,
  attendance_id uuid references attendances on delete cascade,
  comment_id uuid references comments on delete cascade,
  relationship_id uuid references relationships (id) on delete cascade,
  target_id uuid references users on delete cascade,
  -- media of one kind at one show within an hour are one: until when
  gathers_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((gathers_until is not null) = (type in ('PHOTO_UPLOADED', 'AUDIO_UPLOADED', 'VIDEO_UPLOADED'))),
  check ((relationship_id is not null) = (type in ('FOLLOW', 'FRIENDSHIP'))),
  check ((target_id is not null) = (type in ('FOLLOW', 'FRIENDSHIP'))),
  check ((comment_id is not null) = (type = 'COMMENT')),
  check ((show_id is null) = (type in ('FOLLOW', 'FRIENDSHIP')))
);
create index activities_actor on activities (actor_id, id desc) include (audience) where audience <> 'private';
-- somebody does each of these once at a show; saying it again moves it up
create unique index activities_once on activities (show_id, actor_id, type)
  where type in ('RSVP', 'CHECKIN', 'SHOW_ADDED', 'EVENT_CREATED');
create index activities_show on activities (show_id, actor_id, type, id desc);
create index activities_attendance on activities (attendance_id) where attendance_id is not null;
create unique index activities_comment on activities (comment_id) where comment_id is not null;
create unique index activities_relationship on activities (relationship_id) where relationship_id is not null;
create index activities_target on activities (target_id) where target_id is not null;
-- what somebody added to a show, in the order of adding
create index media_added on media (owner_id, show_id, kind, created_at);

create function attendances_hand_audience() returns trigger language plpgsql as $$
begin
  update activities a set audience = n.audience from changed n join former o on o.id = n.id
    where a.attendance_id = n.id and n.audience <> o.audience;
  return null;
end $$;
create trigger attendances_hand_audience after update on attendances
  referencing old table as former new table as changed
  for each statement execute function attendances_hand_audience();

create function rsvps_hand_audience() returns trigger language plpgsql as $$
begin
  update activities a set audience = n.audience
    from changed n join former o on o.show_id = n.show_id and o.person_id = n.person_id
    where a.show_id = n.show_id and a.actor_id = n.person_id and a.type = 'RSVP' and a.attendance_id is null
      and n.audience <> o.audience;
  return null;
end $$;
create trigger rsvps_hand_audience after update on rsvps
  referencing old table as former new table as changed
  for each statement execute function rsvps_hand_audience();

-- What is gathered is for whoever may see any of it; two audiences that admit different people are as wide as all.
create function media_hand_audience() returns trigger language plpgsql as $$
begin
  update activities a set audience = held.audience
    from (select distinct n.owner_id, n.show_id, upper(n.kind) || '_UPLOADED' as type
        from changed n join former o on o.id = n.id where n.audience <> o.audience and n.show_id is not null) at
      join activities g on g.show_id = at.show_id and g.actor_id = at.owner_id and g.type = at.type
      cross join lateral (
        select case when count(distinct m.audience) filter (where m.audience <> 'private') > 1 then 'public'
          else coalesce(max(m.audience), g.audience) end::audience as audience
        from media m where m.owner_id = g.actor_id and m.show_id = g.show_id and upper(m.kind) || '_UPLOADED' = g.type
          and m.created_at >= g.created_at and m.created_at < g.gathers_until) held
    where a.id = g.id and a.audience <> held.audience;
  return null;
end $$;
create trigger media_hand_audience after update on media
  referencing old table as former new table as changed
  for each statement execute function media_hand_audience();
