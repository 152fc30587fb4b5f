create table shows (
  id uuid primary key,
  title text,
  title_key text generated always as (fold(title)) stored,
  venue_id uuid not null references venues,
  headliner_id uuid not null references artists,
  show_date date not null,
  show_time time,
  -- UTC; without a known time, 20:00 at the venue
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3),
  time_zone text not null,
  status text not null default 'scheduled' check (status in ('scheduled', 'cancelled')),
  origin text not null default 'diary' check (origin in ('diary', 'organizer', 'import')),
  organizer_id uuid references users on delete set null,
  visibility audience not null default 'public',
  created_by uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- two people who log the same concert meet here
  unique (venue_id, show_date, headliner_id),
  -- a bounded length makes "not over yet" a range of shows_time
  check (ends_at > starts_at and ends_at <= starts_at + interval '31 days')
);
-- A show without a known end lasts four hours; afterwards it is past.
create function is_over(starts_at timestamptz, ends_at timestamptz) returns boolean
  language sql stable parallel safe
  return coalesce(ends_at, starts_at + interval '4 hours') <= now();

create index shows_time on shows (starts_at desc, id desc);
create index shows_headliner on shows (headliner_id, show_date);
create index shows_venue on shows (venue_id, starts_at desc);
create index shows_title_words on shows using gin (title_key gin_trgm_ops);

-- The bill in billing order; position 1 is the headliner.
create table performances (
  id uuid primary key,
  show_id uuid not null references shows on delete cascade,
  artist_id uuid not null references artists,
  position integer not null check (position > 0),
  unique (show_id, position) deferrable initially deferred,
  unique (show_id, artist_id)
);
create index performances_artist on performances (artist_id);

create table attendances (
  id uuid primary key,
  show_id uuid not null references shows on delete cascade,
  person_id uuid not null references users on delete cascade,
  rsvp text check (rsvp in ('going', 'maybe', 'no', 'waitlist')),
  state text not null check (state in ('going', 'here', 'attended')),
  method text not null default 'manual' check (method in ('manual', 'geofence', 'qr', 'photo', 'import')),
  arrived_at timestamptz,
  left_at timestamptz,
  notes text,
  rating smallint check (rating between 1 and 5),
  audience audience not null,
  -- a copy of the show's, kept by triggers, so that one's own diary is one index range
  starts_at timestamptz(3) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (show_id, person_id)
);
create index attendances_diary on attendances (person_id, starts_at desc, show_id desc);

create function attendance_takes_start() returns trigger language plpgsql as $$
begin
  select starts_at into strict new.starts_at from shows where id = new.show_id;
  return new;
end $$;
create trigger attendance_takes_start before insert on attendances
  for each row when (new.starts_at is null) execute function attendance_takes_start();

create function show_hands_down_start() returns trigger language plpgsql as $$
begin
  update attendances set starts_at = new.starts_at where show_id = new.id;
  return null;
end $$;
create trigger show_hands_down_start after update of starts_at on shows
  for each row when (old.starts_at <> new.starts_at) execute function show_hands_down_start();

create table setlist_songs (
  id uuid primary key,
  show_id uuid not null references shows on delete cascade,
  position integer not null check (position > 0),
  song_name text not null,
  -- whose performance it is; null means the headliner
  artist_name text,
  encore boolean not null default false,
  notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (show_id, position) deferrable initially deferred
);
