-- The picture a person shows: its files are named after this id, and so is its address, so that a new one is a new address.
alter table users add column avatar uuid unique;

-- Who may open a person's profile; what she takes part in has audiences of its own.
alter table users add column profile_audience audience not null default 'public'
  check (profile_audience in ('private', 'friends', 'public'));
