-- A song that can be played: a recording of somebody's, or one of Spotify's, which many may have. How it sounds is copied
-- from a recording's analysis, or comes from the service the operator set up.
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
  -- of songs what became of asking for it, and when; of recordings whether and when it was found
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
  -- as fine as the wire has it: a change names the one it was made on
  updated_at timestamptz(3) not null default now()
);
create index playlists_changed on playlists (person_id, updated_at desc, id desc);

create table playlist_tracks (
  playlist_id uuid not null references playlists on delete cascade,
  position integer not null,
  track_id uuid not null references tracks on delete cascade,
  primary key (playlist_id, track_id),
  -- looked at once all are in their new places
  unique (playlist_id, position) deferrable initially immediate
);
create index playlist_tracks_track on playlist_tracks (track_id);

-- what was heard live is found by the artist's name
create index artists_name_key on artists (name_key);

-- what was there before
insert into tracks (id, media_id, created_at) select gen_random_uuid(), id, created_at from media where kind = 'audio';
update tracks t set features_state = 'known', features_source = 'engine', features_at = a.analyzed_at, valence = a.valence,
  energy = a.energy, tempo = a.bpm, danceability = a.danceability, loudness = a.loudness,
  acousticness = (a.result #>> '{acousticness,value}')::float8,
  instrumentalness = (a.result #>> '{instrumentalness,value}')::float8,
  liveness = (a.result #>> '{liveness,value}')::float8,
  speechiness = (a.result #>> '{speechiness,value}')::float8
from analyses a where a.media_id = t.media_id and a.analyzed_at is not null;
insert into library_entries (person_id, track_id, source, added_at, place, tempo)
  select m.owner_id, t.id, 'upload', m.created_at,
    case when t.features_state = 'known' then point(t.valence, t.energy) end, t.tempo
  from tracks t join media m on m.id = t.media_id;
