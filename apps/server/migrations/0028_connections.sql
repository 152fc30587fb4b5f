-- An account elsewhere. Tokens are sealed with a key that is not in the database.
create table linked_accounts (
  person_id uuid not null references users on delete cascade,
  provider text not null check (provider in ('spotify')),
  external_id text not null,
  account_name text,
  scopes text[] not null,
  access_token bytea not null,
  refresh_token bytea,
  access_expires_at timestamptz not null,
  -- the provider takes no refresh token any more: its person has to agree again
  ended_at timestamptz,
  connected_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (person_id, provider),
  unique (provider, external_id)
);

-- A connection that was begun: one use, ten minutes.
create table connection_requests (
  state_hash bytea primary key,
  person_id uuid not null references users on delete cascade,
  provider text not null,
  verifier bytea not null,
  redirect_uri text not null,
  return_to text not null,
  expires_at timestamptz not null
);
create index connection_requests_person on connection_requests (person_id);

-- Fetching somebody's songs: where it stands, so that another process goes on from there.
create table library_syncs (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  state text not null check (state in ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
  most integer not null,
  at integer not null default 0,
  total integer,
  added integer not null default 0,
  message text,
  resumes_at timestamptz,
  -- without an answer in a row
  tries integer not null default 0,
  -- when its person's pages last heard of it
  told_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index library_syncs_newest on library_syncs (person_id, created_at desc);
create unique index library_syncs_one on library_syncs (person_id)
  where state in ('queued', 'running', 'waiting');

-- Questions to the service that knows how songs sound, counted so that no day has more than the operator pays for.
create table soundnet_days (
  day date primary key,
  asked integer not null default 0,
  -- answers in a row that said it was too much
  refused integer not null default 0,
  -- nothing more is asked on that day
  over boolean not null default false
);
