create extension if not exists citext;
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists cube;
create extension if not exists earthdistance;
create extension if not exists btree_gist;

-- unaccent() is only stable because its dictionary could be swapped; ours never is, and indexes need an immutable one.
create function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create type audience as enum ('private', 'people', 'friends', 'attendees', 'link', 'public');
create type role as enum ('attendee', 'organizer', 'moderator', 'admin');

create table users (
  id uuid primary key,
  username citext not null unique,
  email citext not null unique,
  email_verified boolean not null default false,
  password_hash text not null,
  mfa_enabled boolean not null default false,
  role role not null default 'attendee',
  display_name text,
  bio text,
  home_city text,
  time_zone text,
  default_audience audience not null default 'public',
  default_media_audience audience not null default 'public',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- A session is one sign-in on one device; its refresh tokens rotate (refresh_tokens) and its access tokens are short.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  user_agent text,
  ip inet,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table access_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions on delete cascade,
  expires_at timestamptz not null
);
create index access_tokens_session on access_tokens (session_id);
create index access_tokens_expiry on access_tokens (expires_at);

-- used_at marks a token that was exchanged; seeing it again outside the grace window ends the session.
create table refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);

-- Failed sign-ins by account and address (rate-limiter-flexible's layout).
create table rate_limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

create table idempotency_keys (
  user_id uuid not null references users on delete cascade,
  key text not null,
  fingerprint bytea not null,
  status smallint,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
