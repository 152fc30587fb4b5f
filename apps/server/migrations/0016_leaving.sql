-- When the account is removed; from the moment this is set nobody else sees anything of its person.
alter table users add column leaves_at timestamptz;
create index users_leaving on users (id) include (leaves_at) where leaves_at is not null;

-- What somebody said stays as "deleted user" without a word of it; a comment that still has its words keeps its author.
alter table comments
  alter column author_id drop not null,
  drop constraint comments_author_id_fkey,
  add foreign key (author_id) references users on delete set null,
  drop constraint comments_content_check,
  add check ((content = '') = (author_id is null));

-- A copy of all that is somebody's, made by a job and kept for a week.
create table exports (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  format text not null check (format in ('json', 'csv', 'archive')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed', 'expired')),
  progress double precision not null default 0 check (progress between 0 and 1),
  storage_key text unique,
  file_size bigint,
  failure text,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'ready') = (storage_key is not null)),
  check (storage_key is null or file_size is not null and expires_at is not null)
);
-- one at a time
create unique index exports_under_way on exports (user_id) where state in ('waiting', 'running');
create index exports_user on exports (user_id, id desc);
create index exports_expiry on exports (expires_at) where state = 'ready';
