-- A friendship, once accepted, is two rows, one each way, so that "my friends" is one index range.
create table relationships (
  from_id uuid not null references users on delete cascade,
  to_id uuid not null references users on delete cascade,
  kind text not null check (kind in ('follow', 'friend', 'block')),
  state text not null default 'accepted' check (state in ('pending', 'accepted', 'rejected')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index relationships_to on relationships (to_id, kind);
