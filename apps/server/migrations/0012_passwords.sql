-- The address that becomes a person's when she follows the link mailed to it.
alter table users add column pending_email citext;

create type link_purpose as enum ('verify_email', 'reset_password', 'change_email');

-- Links in mails. Only the hash of a token is kept. A used link stays until it expires, so that using it again can be
-- told from a link that never was.
create table mailed_links (
  hash bytea primary key,
  user_id uuid not null references users on delete cascade,
  purpose link_purpose not null,
  -- where it was mailed to: whoever follows it reads this address
  email citext not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mailed_links_user on mailed_links (user_id, purpose, created_at);
create index mailed_links_expiry on mailed_links (expires_at);
