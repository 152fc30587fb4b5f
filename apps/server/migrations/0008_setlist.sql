-- Which set, or which encore, a song belongs to; who wrote it first, who joined in, and whether it came from a tape.
alter table setlist_songs
  add column set_number smallint not null default 1 check (set_number between 1 and 9),
  add column cover_of text,
  add column guest text,
  add column tape boolean not null default false;
