-- An event is a show with an organiser. Where no artist is named it has a title instead of a headliner.
alter table shows
  alter column headliner_id drop not null,
  add column description text,
  add column category text,
  add column category_key text generated always as (fold(category)) stored,
  add column doors_at timestamptz(3),
  add column capacity integer check (capacity > 0),
  -- metres round the point
  add column geofence_radius integer not null default 200 check (geofence_radius between 25 and 5000),
  add column location_address text,
  -- an event's own point; pos is on the unit earth in metres, for distances
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column pos cube generated always as (case when latitude is not null and longitude is not null
    then cube(ll_to_earth(latitude, longitude)) end) stored,
  add column poster uuid unique,
  add column poster_width integer,
  add column poster_height integer,
  add column poster_placeholder text,
  add column poster_color text,
  -- when others could first find it
  add column published_at timestamptz,
  add column cancelled_at timestamptz,
  add column cancel_reason text,
  add check (headliner_id is not null or title is not null),
  add check ((latitude is null) = (longitude is null)),
  add check (organizer_id is null or latitude is not null and title is not null),
  add check (doors_at <= starts_at and doors_at > starts_at - interval '24 hours 1 minute'),
  add check ((poster is null) = (poster_width is null) and (poster is null) = (poster_height is null)),
  add check (status = 'cancelled' or cancelled_at is null);

-- two that name no artist meet by their title
create unique index shows_titled on shows (show_date, title_key, venue_id) where headliner_id is null;
-- near me
create index shows_near on shows using gist (pos, starts_at) where organizer_id is not null;
create index shows_organizer on shows (organizer_id, starts_at desc, id desc) where organizer_id is not null;
create index shows_events on shows (starts_at, id) where organizer_id is not null;

-- Those who look after an event beside its organiser, who is its owner.
create table event_staff (
  show_id uuid not null references shows on delete cascade,
  person_id uuid not null references users on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (show_id, person_id)
);
create index event_staff_person on event_staff (person_id);

-- Answers that are no entry of a diary. Who goes has an attendance with rsvp = 'going', and then none of these.
create table rsvps (
  show_id uuid not null references shows on delete cascade,
  person_id uuid not null references users on delete cascade,
  status text not null check (status in ('maybe', 'no', 'waitlist')),
  -- the order of those who wait; given under the lock of the show
  place bigint not null generated always as identity,
  audience audience not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (show_id, person_id)
);
create index rsvps_waiting on rsvps (show_id, place) where status = 'waitlist';
create index rsvps_person on rsvps (person_id, show_id);
create index attendances_going on attendances (show_id) where rsvp = 'going';
-- those who forgot to leave
create index attendances_here on attendances (starts_at) where state = 'here';

-- An address by which calendars follow a diary; only a hash of its token is kept.
create table calendar_feeds (
  person_id uuid primary key references users on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- What a show is found by: its headliner, if there is one.
create or replace function words_of_show(show uuid, headliner uuid, venue uuid, title text, day date) returns text
  language sql stable parallel safe
  return (select ' ' || fold(concat_ws(' ', (select name from artists where id = headliner), title, v.name, v.city,
      v.state, to_char(day, 'YYYY-MM-DD FMmonth'),
      (select string_agg(other.name, ' ' order by p.position) from performances p
        join artists other on other.id = p.artist_id where p.show_id = show and p.artist_id is distinct from headliner)))
    from venues v where v.id = venue);

-- the town nearest to a point
create index cities_latitude on cities (latitude);
