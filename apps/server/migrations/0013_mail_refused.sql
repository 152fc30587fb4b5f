-- Addresses that a mail server refused for good: nothing more is sent there until the row goes or grows old.
create table refused_addresses (
  address citext primary key,
  answer text not null,
  refused_at timestamptz not null default now()
);
