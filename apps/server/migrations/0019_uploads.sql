-- Uploads in parts (tus). The bytes lie in the storage under `uploads/<id>` until a medium takes them over. `writer` holds
-- the lease of the one connection that may write; it ends by itself when the process that took it dies.
create table uploads (
  id uuid primary key,
  owner_id uuid not null references users on delete cascade,
  state text not null default 'receiving' check (state in ('receiving', 'finishing', 'done', 'failed')),
  length bigint not null check (length > 0),
  received bigint not null default 0,
  -- what the store of parts calls it, where that is not its id
  ref text,
  kind text check (kind in ('photo', 'audio', 'video')),
  show_id uuid references shows on delete set null,
  caption text,
  audience audience,
  file_name text,
  sha256 bytea,
  last_modified timestamptz,
  -- as it was sent, for whoever resumes
  metadata text,
  media_id uuid references media on delete set null,
  duplicate boolean not null default false,
  problem_code text,
  problem_message text,
  writer uuid,
  writer_until timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index uploads_owner on uploads (owner_id, id desc);
create index uploads_expiry on uploads (expires_at);
