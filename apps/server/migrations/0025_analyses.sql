-- What the engine found in a recording, and how far the finding is. What was found stays while it is looked for anew: the
-- state is that of the last run, everything from `engine` on is of the last one that succeeded.
create table analyses (
  media_id uuid primary key references media on delete cascade,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- of the run that is under way: what another one writes is not its business
  run uuid,
  -- the engine's version at the last run, whatever came of it
  tried integer,
  progress double precision not null default 0,
  failure text,
  failure_code text check (failure_code in ('file_corrupt', 'too_long', 'no_stream', 'too_demanding', 'internal')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  engine text,
  version integer,
  model text,
  analyzed_at timestamptz,
  result jsonb,
  -- the best of the result, for lists: somebody's library is looked through from her media, so these need no index
  bpm double precision,
  tonic text,
  mode text,
  time_signature text,
  loudness double precision,
  energy double precision,
  danceability double precision,
  valence double precision,
  labels text[] not null default '{}',
  description text,
  -- the embedding in bytes, a scale before them
  embedding bytea
);
create index analyses_awaited on analyses (media_id) where state in ('queued', 'running');
