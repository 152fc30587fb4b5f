-- Where songs of a setlist were taken from: no more of it may be kept than what leads there.
create table setlist_links (
  show_id uuid not null references shows on delete cascade,
  provider text not null check (provider in ('setlistfm')),
  external_id text not null,
  version_id text,
  url text not null,
  taken_at timestamptz not null default now(),
  primary key (show_id, provider, external_id)
);
create index setlist_links_external_id on setlist_links (external_id);

-- Who an artist is in MusicBrainz, besides her id there, and the cover that is linked to: a release group and its title.
alter table artists
  add column disambiguation text,
  add column cover_group text,
  add column cover_title text;
create index artists_mbid on artists (mbid) where mbid is not null;

-- Which place of a map a venue is. What comes from OpenStreetMap stays marked by it (ODbL); of Google's only the id is kept.
alter table venues
  add column osm_id text check (osm_id ~ '^[NWR][0-9]{1,20}$'),
  add column google_place_id text;
create index venues_osm_id on venues (osm_id) where osm_id is not null;
create index venues_google_place_id on venues (google_place_id) where google_place_id is not null;
