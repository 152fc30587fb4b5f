-- A song that can be played: a recording of somebody's, or one of Spotify's, which many may have. What is known of how a
-- recording sounds is in its analysis; of others it is kept here, from the service the operator set up.
create table tracks (
  id uuid primary key,
  media_id uuid unique references media on delete cascade,
  spotify_id text unique,
  -- what a song is called where it comes from; a recording says so itself
  title text,
  artist text,
  album text,
  duration double precision,
  artwork_url text,
  created_at timestamptz not null default now(),
  -- when it was last asked for, and what became of it; only songs that are no recordings
  features_state text not null default 'unknown' check (features_state in ('unknown', 'awaited', 'known')),
  features_at timestamptz,
  features_source text check (features_source in ('engine', 'soundnet')),
  valence double precision,
  energy double precision,
  tempo double precision,
  danceability double precision,
  acousticness double precision,
  instrumentalness double precision,
  liveness double precision,
  speechiness double precision,
  loudness double precision,
  check ((media_id is null) <> (spotify_id is null)),
  check (media_id is not null or title is not null)
);
create index tracks_awaited on tracks (features_at nulls first) where features_state = 'awaited';

-- What somebody has, with what she calls it where she put that right. The place is (valence, energy) of its track, kept here
-- so that the nearest are found by one index. An upload that is of a show is one from there.
create table library_entries (
  person_id uuid not null references users on delete cascade,
  track_id uuid not null references tracks on delete cascade,
  source text not null check (source in ('upload', 'folder', 'spotify')),
  title text,
  artist text,
  album text,
  added_at timestamptz not null default now(),
  left_out_at timestamptz,
  place point,
  tempo double precision,
  primary key (person_id, track_id)
);
create index library_newest on library_entries (person_id, added_at desc, track_id desc);
create index library_track on library_entries (track_id);
create index library_places on library_entries using gist (person_id, place)
  where place is not null and left_out_at is null;

create table listens (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  track_id uuid not null references tracks on delete cascade,
  mood text check (mood in ('happy', 'sad', 'angry', 'neutral')),
  seconds double precision not null default 0,
  outcome text not null default 'playing' check (outcome in ('playing', 'finished', 'skipped', 'stopped')),
  played_at timestamptz not null default now()
);
create index listens_newest on listens (person_id, played_at desc, id desc);
create index listens_track on listens (track_id, person_id, played_at desc);

create table playlists (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  name text not null,
  description text not null default '',
  mood text check (mood in ('happy', 'sad', 'angry', 'neutral')),
  -- what it became at Spotify
  spotify_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index playlists_changed on playlists (person_id, updated_at desc, id desc);

create table playlist_tracks (
  playlist_id uuid not null references playlists on delete cascade,
  position integer not null,
  track_id uuid not null references tracks on delete cascade,
  primary key (playlist_id, position),
  unique (playlist_id, track_id) deferrable initially immediate
);
create index playlist_tracks_track on playlist_tracks (track_id);

-- what was there before
insert into tracks (id, media_id, created_at) select gen_random_uuid(), id, created_at from media where kind = 'audio';
insert into library_entries (person_id, track_id, source, added_at, place, tempo)
  select m.owner_id, t.id, 'upload', m.created_at,
    case when a.valence is not null and a.energy is not null then point(a.valence, a.energy) end, a.bpm
  from tracks t join media m on m.id = t.media_id left join analyses a on a.media_id = m.id;
