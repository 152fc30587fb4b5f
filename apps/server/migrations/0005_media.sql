-- The original is immutable: storage_key, hash and size never change once written.
create table media (
  id uuid primary key,
  kind text not null check (kind in ('photo', 'audio', 'video')),
  owner_id uuid not null references users on delete cascade,
  show_id uuid references shows on delete set null,
  audience audience not null,
  caption text,
  file_name text,
  storage_key text not null unique,
  sha256 bytea not null,
  file_size bigint not null,
  mime_type text not null,
  width integer,
  height integer,
  captured_at timestamptz,
  captured_at_source text check (captured_at_source in ('exif', 'exif_local', 'upload')),
  latitude double precision,
  longitude double precision,
  placeholder text,
  color text,
  state text not null default 'processing' check (state in ('processing', 'ready', 'failed')),
  failure text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index media_show on media (show_id, kind, (coalesce(captured_at, created_at)), id);
create index media_owner on media (owner_id, kind, id desc) include (file_size);

create table renditions (
  media_id uuid not null references media on delete cascade,
  name text not null,
  storage_key text not null unique,
  mime_type text not null,
  file_size bigint not null,
  width integer,
  height integer,
  created_at timestamptz not null default now(),
  primary key (media_id, name)
);
