-- A show's room, or what two people say to each other; groups can join them one day.
create table conversations (
  id uuid primary key,
  kind text not null check (kind in ('direct', 'show')),
  show_id uuid unique references shows on delete cascade,
  -- both ids of a direct conversation, the smaller first, with a colon between
  pair text unique,
  -- the number of the latest message; its row lock gives the next one
  last_number integer not null default 0,
  last_at timestamptz(3),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((kind = 'show') = (show_id is not null)),
  check ((kind = 'direct') = (pair is not null))
);

-- Those who take part: both of a direct conversation, and whoever opened a room.
create table conversation_members (
  conversation_id uuid not null references conversations on delete cascade,
  person_id uuid not null references users on delete cascade,
  read_number integer not null default 0,
  muted boolean not null default false,
  silenced_until timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (conversation_id, person_id)
);
create index conversation_members_person on conversation_members (person_id, conversation_id);

create table messages (
  id uuid primary key,
  conversation_id uuid not null references conversations on delete cascade,
  number integer not null,
  author_id uuid references users on delete set null,
  client_id text,
  text text not null,
  edited boolean not null default false,
  deleted_at timestamptz,
  deleted_by uuid references users on delete set null,
  created_at timestamptz(3) not null default clock_timestamp(),
  updated_at timestamptz(3) not null default clock_timestamp(),
  unique (conversation_id, number),
  unique (conversation_id, author_id, client_id),
  check (deleted_at is null or text = '')
);
create index messages_author on messages (author_id);
create index messages_deleter on messages (deleted_by) where deleted_by is not null;

alter table notifications add foreign key (conversation_id) references conversations on delete cascade;
create index notifications_conversation on notifications (conversation_id) where conversation_id is not null;

-- Who has a room open, by process: a process that no longer beats has nobody.
create unlogged table live_processes (
  id uuid primary key,
  beat_at timestamptz not null default now()
);
create unlogged table presences (
  -- such as chat:<conversation>
  room text not null,
  person_id uuid not null references users on delete cascade,
  process_id uuid not null references live_processes on delete cascade,
  primary key (room, person_id, process_id)
);
create index presences_person on presences (person_id);
create index presences_process on presences (process_id);
