-- Registered with two-step sign-in and never come back with the first code; swept after a week, so that a mistyped
-- address does not hold the name.
alter table users add column awaits_first_code boolean not null default false;
create index users_awaiting on users (created_at) where awaits_first_code;

create type credential_kind as enum ('email', 'totp');

-- What a person can prove herself with besides the password. One that was begun and waits for its first code has no
-- confirmed_at. Passkeys will be a kind of their own; a person may have several of those.
create table credentials (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  kind credential_kind not null,
  -- of an app: its shared secret, encrypted with a key of the server
  secret bytea,
  -- of an app: the last time step whose code was taken, so that none is taken twice
  last_step bigint,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  check ((kind = 'totp') = (secret is not null))
);
create unique index credentials_one_of_a_kind on credentials (user_id, kind) where kind in ('email', 'totp');

-- Each works once. Hashed with the server's secret, as all codes and tickets are.
create table recovery_codes (
  user_id uuid not null references users on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

-- A sign-in whose password was right and whose second step is awaited.
create table challenges (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  ticket_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index challenges_user on challenges (user_id, created_at);
create index challenges_expiry on challenges (expires_at);

create type code_purpose as enum ('sign_in', 'enable', 'recovery');

-- Six digits that were mailed. An older one is replaced by the next; what is spent stays until it is swept, so that a
-- person who types it is told so.
create table one_time_codes (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  purpose code_purpose not null,
  -- the sign-in that it is for
  challenge_id uuid references challenges on delete set null,
  hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index one_time_codes_user on one_time_codes (user_id, purpose, created_at);
create index one_time_codes_expiry on one_time_codes (expires_at);

-- Wrong codes of an account, over all its sign-ins. The row is locked while a code is judged, so that of two equal ones
-- the second finds the first.
create table code_tries (
  user_id uuid not null references users on delete cascade,
  purpose code_purpose not null,
  wrong integer not null default 0,
  since timestamptz not null default now(),
  primary key (user_id, purpose)
);
