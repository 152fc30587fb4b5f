-- A text as a LIKE pattern that means only itself; fold() may bring wildcards forth, so it is applied before.
create function like_literal(value text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(value, '\', '\\'), '%', '\%'), '_', '\_');

create table artists (
  id uuid primary key,
  name text not null,
  name_key text not null generated always as (fold(name)) stored,
  mbid text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (name_key)
);
create index artists_name_words on artists using gin (name_key gin_trgm_ops);

-- A venue is its name in its town; pos is on the unit earth in metres, for distances.
create table venues (
  id uuid primary key,
  name text not null,
  address text,
  city text,
  state text,
  country text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  time_zone text not null,
  place_key text not null generated always as
    (fold(name) || '|' || coalesce(fold(city), '') || '|' || coalesce(fold(country), '')) stored,
  name_key text not null generated always as (fold(name)) stored,
  city_key text generated always as (fold(city)) stored,
  pos cube generated always as (case when latitude is not null and longitude is not null
    then cube(ll_to_earth(latitude, longitude)) end) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null)),
  unique (place_key)
);
create index venues_name_words on venues using gin (name_key gin_trgm_ops);
create index venues_city_words on venues using gin (city_key gin_trgm_ops);
create index venues_pos on venues using gist (pos);

-- GeoNames (CC BY 4.0), filled by the job load-cities.
create table cities (
  id integer primary key,
  name text not null,
  name_key text not null,
  country text not null,
  population integer not null,
  latitude double precision not null,
  longitude double precision not null,
  time_zone text not null
);
create index cities_prefix on cities (name_key text_pattern_ops, population desc);
create index cities_name_words on cities using gin (name_key gin_trgm_ops);
