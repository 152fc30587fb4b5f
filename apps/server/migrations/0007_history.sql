-- What somebody changed of a fact that others share, written in the transaction of the change.
create table revisions (
  id uuid primary key,
  subject text not null check (subject in ('show', 'venue', 'artist')),
  subject_id uuid not null,
  -- where it happened: the author's attendance there decides who learns her name
  show_id uuid references shows on delete set null,
  -- revisions of a show go with it; those of a venue stay
  own_show_id uuid generated always as (case when subject = 'show' then subject_id end) stored
    references shows on delete cascade,
  author_id uuid references users on delete set null,
  kind text not null check (kind in ('edit', 'revert', 'merge')),
  -- [{field, before, after}, ...] with the wire's names
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  reverts_id uuid references revisions on delete set null,
  -- everybody could have known who it was; once the account is gone, that it is gone may be said
  signed boolean not null,
  -- only people who keep to themselves that they were there knew of the subject; it stays with them
  hidden boolean not null,
  -- when the fact was locked, so that revisions of one fact are in the order in which they happened
  created_at timestamptz(3) not null default clock_timestamp()
);
create index revisions_show on revisions (show_id, created_at desc, id desc);
create index revisions_subject on revisions (subject, subject_id, created_at desc, id desc);
create index revisions_author on revisions (author_id);
create index revisions_own_show on revisions (own_show_id);

-- One that was merged away keeps its name and its id and points to what it has become, never to another one merged.
alter table artists add column merged_into uuid references artists check (merged_into <> id);
alter table venues add column merged_into uuid references venues check (merged_into <> id);
create index artists_merged on artists (merged_into) where merged_into is not null;
create index venues_merged on venues (merged_into) where merged_into is not null;

-- A show that was merged away is gone; its id answers with the show it has become.
create table show_redirects (
  old_id uuid primary key,
  new_id uuid not null references shows on delete cascade,
  created_at timestamptz not null default now()
);
create index show_redirects_new on show_redirects (new_id);

-- What is left of a name for comparing it: no case, no accents, no "the", no punctuation, "&" for "and".
create function near_key(key text) returns text
  language sql immutable strict parallel safe
  return nullif(regexp_replace(regexp_replace(replace(key, '&', ' and '), '^the\s+', ''), '[^[:alnum:]]+', '', 'g'), '');
create index artists_near on artists (near_key(name_key));
create index venues_near on venues (near_key(name_key));
create index venues_name on venues (name_key);
