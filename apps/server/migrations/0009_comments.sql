-- What people say under a show. Deleted ones can be put back for ten minutes; then a job takes the text away for good.
create table comments (
  id uuid primary key,
  show_id uuid not null references shows on delete cascade,
  author_id uuid not null references users on delete cascade,
  content text not null check (content <> ''),
  edited boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_by uuid references users on delete set null,
  check (deleted_at is not null or deleted_by is null)
);
-- ids are UUIDv7, so their order is the order of writing
create index comments_show on comments (show_id, id) include (author_id) where deleted_at is null;
create index comments_author on comments (author_id, id desc) where deleted_at is null;
create index comments_deleted on comments (deleted_at) where deleted_at is not null;

-- Who is meant by an @name in a comment; `written` is the name as it stands in the text, folded to lower case.
create table comment_mentions (
  comment_id uuid not null references comments on delete cascade,
  user_id uuid not null references users on delete cascade,
  written text not null,
  primary key (comment_id, user_id)
);
create index comment_mentions_user on comment_mentions (user_id, comment_id desc);
