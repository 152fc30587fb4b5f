-- How this server is set up; exactly one row, made here. Registrations lock it where they decide who was first.
create table instance_settings (
  id boolean primary key default true check (id),
  name text not null default 'ShareMyShows',
  registration text not null default 'open' check (registration in ('open', 'invitation', 'closed')),
  organizers text not null default 'chosen' check (organizers in ('chosen', 'on_request')),
  updated_at timestamptz not null default now()
);
insert into instance_settings default values;

-- A suspended account keeps everything and can do nothing.
alter table users add column suspended_at timestamptz;
create index users_admins on users (id) where role = 'admin';

-- A link that lets one person in; its token is only known to whoever got it.
create table invitations (
  id uuid primary key,
  token_hash bytea not null unique,
  email citext,
  role role not null check (role in ('attendee', 'organizer')),
  created_by uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references users on delete set null
);
create index invitations_age on invitations (created_at desc, id desc);
create index invitations_creator on invitations (created_by);
create index invitations_user on invitations (used_by);

-- Somebody asks to organise; one open request a person.
create table organizer_requests (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  message text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  decided_at timestamptz,
  granted boolean,
  check ((decided_at is null) = (granted is null))
);
create unique index organizer_requests_open on organizer_requests (person_id) where decided_at is null;
create index organizer_requests_person on organizer_requests (person_id, id desc);

-- What happened to accounts and settings, and by whom; written once. A deleted person stays as a pseudonym.
create table audit_events (
  id uuid primary key,
  act text not null,
  actor_id uuid references users on delete set null,
  actor_pseudonym text,
  subject_id uuid references users on delete set null,
  subject_pseudonym text,
  details jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index audit_events_age on audit_events (created_at desc, id desc);
create index audit_events_act on audit_events (act, created_at desc, id desc);
create index audit_events_actor on audit_events (actor_id);
create index audit_events_subject on audit_events (subject_id);

create function keep_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.act, new.details, new.created_at) = (old.id, old.act, old.details, old.created_at)
    and (new.actor_id is null or new.actor_id is not distinct from old.actor_id)
    and (new.subject_id is null or new.subject_id is not distinct from old.subject_id)
    and (old.actor_pseudonym is null or new.actor_pseudonym is not distinct from old.actor_pseudonym)
    and (old.subject_pseudonym is null or new.subject_pseudonym is not distinct from old.subject_pseudonym)
  then
    return new;
  end if;
  raise exception 'the audit trail is only ever added to';
end $$;
create trigger audit_events_kept before update or delete on audit_events
  for each row execute function keep_audit();
create trigger audit_events_whole before truncate on audit_events
  for each statement execute function keep_audit();
