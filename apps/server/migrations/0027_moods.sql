-- A mood of somebody's at a time; null is "not sure". No picture is ever kept, only what was read from it on the device.
create table mood_samples (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  mood text check (mood in ('happy', 'sad', 'angry', 'neutral')),
  confidence double precision not null,
  source text not null check (source in ('camera', 'pad', 'button')),
  scores jsonb,
  valence double precision not null,
  energy double precision not null,
  -- what it was before its person said otherwise
  corrected_at timestamptz,
  corrected_from text check (corrected_from in ('happy', 'sad', 'angry', 'neutral')),
  -- as exact as cursors are
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  check (corrected_from is null or corrected_at is not null)
);
create index mood_samples_newest on mood_samples (person_id, created_at desc, id desc);
-- what is learned from
create index mood_samples_corrected on mood_samples (person_id, corrected_at desc)
  where corrected_at is not null and scores is not null;

-- What music fits a mood, where somebody says otherwise than the product does: one person, or with none the operator.
create table mood_rules (
  person_id uuid references users on delete cascade,
  mood text not null check (mood in ('happy', 'sad', 'angry', 'neutral')),
  valence_from double precision not null,
  valence_to double precision not null,
  energy_from double precision not null,
  energy_to double precision not null,
  tempo_from double precision not null,
  tempo_to double precision not null,
  description text not null,
  updated_at timestamptz not null default now(),
  unique nulls not distinct (person_id, mood)
);
