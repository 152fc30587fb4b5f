-- What somebody brings along: a file that is read, looked at, confirmed, and can be taken back as a whole.
create table imports (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  source text not null check (source in ('csv', 'ics', 'setlistfm', 'export')),
  state text not null default 'running'
    check (state in ('preview', 'running', 'done', 'failed', 'undone', 'cancelled')),
  phase text check (phase in ('reading', 'importing', 'undoing')),
  progress double precision not null default 0 check (progress between 0 and 1),
  -- goes once nothing is read of it any more
  storage_key text unique,
  file_name text,
  file_size bigint,
  username text,
  -- of a table: its columns as they stand there, which of them says what, and how days are written
  columns jsonb not null default '[]',
  mapping jsonb not null default '{}',
  missing text[] not null default '{}',
  date_format text,
  -- what is asked for of the next reading: columns and days meant otherwise, and what is to follow it
  wish jsonb,
  -- the reading under way; one that was overtaken writes nothing more
  turn uuid,
  -- for rows that do not say who may see them
  audience audience,
  -- rows and what became of them, counted where they change
  verdicts jsonb not null default '{}',
  outcomes jsonb not null default '{}',
  extras jsonb not null default '{}',
  -- how many of all things have had their turn in this phase, of how many
  done integer not null default 0,
  total integer not null default 0,
  failure text,
  told_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'running') = (phase is not null))
);
create index imports_person on imports (person_id, id desc);
create index imports_waiting on imports (updated_at) where state in ('preview', 'failed', 'cancelled');
-- one that adds or takes back at a time; others may be read meanwhile
create unique index imports_one on imports (person_id) where phase in ('importing', 'undoing');

-- One thing of such a file. Of shows `row` is the line; of what an account brings besides, a number.
create table import_rows (
  import_id uuid not null references imports on delete cascade,
  kind text not null check (kind in ('shows', 'profile', 'media', 'comments', 'moods', 'playlists', 'listens')),
  row integer not null,
  cells text[],
  -- what is to be written; null where nothing can be
  entry jsonb,
  verdict text not null check (verdict in ('ok', 'doubtful', 'duplicate', 'bad')),
  problems jsonb not null default '[]',
  -- the show it seems to be, or the earlier row; no reference, for the show may go
  match_id uuid,
  match_row integer,
  match_mine boolean not null default false,
  -- by which a row is known again in the file: the night and its headliner
  key text,
  decision text check (decision in ('new', 'match', 'skip')),
  outcome text check (outcome in ('added', 'present', 'skipped', 'failed', 'undone', 'kept')),
  -- what it made, or what was there, and what else has to be known to take it back
  made_id uuid,
  made jsonb,
  primary key (import_id, kind, row)
);
create index import_rows_verdict on import_rows (import_id, verdict, row) where kind = 'shows';
create index import_rows_to_do on import_rows (import_id, kind, row) where outcome is null;
create index import_rows_problems on import_rows (import_id, row) where problems <> '[]';
create index import_rows_outcome on import_rows (import_id, outcome, row) where kind = 'shows';
create index import_rows_made on import_rows (import_id, kind, row desc) where outcome = 'added';
create index import_rows_key on import_rows (import_id, key) where key is not null;
-- what something in the file is here
create index import_rows_exported on import_rows (import_id, (entry ->> 'exportedId'))
  where entry ->> 'exportedId' is not null;

alter table exports
  drop constraint exports_format_check,
  add check (format in ('json', 'csv', 'ics', 'archive'));
