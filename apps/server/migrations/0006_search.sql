-- What is typed, as folded words, the longest first because those are the rarest.
create function folded_words(typed text) returns text[]
  language sql immutable strict parallel safe
  return array(select word from (select distinct word from regexp_split_to_table(fold(typed), '\s+') word
    where word <> '') words order by length(word) desc, word);

-- The same as patterns of LIKE, for texts that begin with a space: one or two letters have to begin a word, because only
-- so an index knows them.
create function like_words(typed text) returns text[]
  language sql immutable strict parallel safe
  return array(select case when word ~ '^[a-z0-9]{1,2}$' then '% ' || word || '%' else '%' || like_literal(word) || '%' end
    from unnest(folded_words(typed)) with ordinality w (word, n) order by n);

-- Those of the patterns that an index of trigrams can look up.
create function indexable(patterns text[]) returns text[]
  language sql immutable strict parallel safe
  return array(select pattern from unnest(patterns) with ordinality p (pattern, n)
    where pattern ~ '^% |[[:alnum:]]{3}' order by n);

-- All that a show is found by, folded and after a space, so that looking for words in 50,000 shows joins nothing: its bill, title, venue,
-- town and day ("2019-12-01 december"). A copy, kept by the triggers below.
alter table shows add column words text not null default '';

create function words_of_show(show uuid, headliner uuid, venue uuid, title text, day date) returns text
  language sql stable parallel safe
  return (select ' ' || fold(concat_ws(' ', a.name, title, v.name, v.city, v.state, to_char(day, 'YYYY-MM-DD FMmonth'),
      (select string_agg(other.name, ' ' order by p.position) from performances p
        join artists other on other.id = p.artist_id where p.show_id = show and p.artist_id <> headliner)))
    from artists a, venues v where a.id = headliner and v.id = venue);

create function show_takes_words() returns trigger language plpgsql as $$
begin
  new.words := words_of_show(new.id, new.headliner_id, new.venue_id, new.title, new.show_date);
  return new;
end $$;
create trigger show_takes_words before insert or update of headliner_id, venue_id, title, show_date on shows
  for each row execute function show_takes_words();

create function shows_take_words(ids uuid[]) returns void language sql
begin atomic
  update shows s set words = n.words
    from (select id, words_of_show(id, headliner_id, venue_id, title, show_date) as words from shows
      where id = any(ids)) n
    where s.id = n.id and s.words <> n.words;
end;

-- Headliners are in the words by way of their shows; only a bill of several acts has to be looked at.
create function bill_hands_words() returns trigger language plpgsql as $$
begin
  if exists (select from changed where position > 1) then
    perform shows_take_words(array(select show_id from changed));
  end if;
  return null;
end $$;
create trigger bill_made after insert on performances
  referencing new table as changed for each statement execute function bill_hands_words();
create trigger bill_cut after delete on performances
  referencing old table as changed for each statement execute function bill_hands_words();
create trigger bill_changed after update on performances
  referencing new table as changed for each statement execute function bill_hands_words();

create function artist_hands_words() returns trigger language plpgsql as $$
begin
  perform shows_take_words(array(select show_id from performances where artist_id = new.id));
  return null;
end $$;
create trigger artist_hands_words after update of name on artists
  for each row when (old.name <> new.name) execute function artist_hands_words();

create function venue_hands_words() returns trigger language plpgsql as $$
begin
  perform shows_take_words(array(select id from shows where venue_id = new.id));
  return null;
end $$;
create trigger venue_hands_words after update of name, city, state on venues
  for each row when ((old.name, old.city, old.state) is distinct from (new.name, new.city, new.state))
  execute function venue_hands_words();

update shows set words = words_of_show(id, headliner_id, venue_id, title, show_date);
-- a short list of what is not merged in yet: every search reads all of it
create index shows_words on shows using gin (words gin_trgm_ops) with (gin_pending_list_limit = 256);

-- People are found by what they call themselves, never by their addresses.
alter table users add column words text not null
  generated always as (' ' || fold(username::text) || coalesce(' ' || fold(display_name), '')) stored;
create index users_words on users using gin (words gin_trgm_ops);

alter table setlist_songs add column song_key text not null generated always as (fold(song_name)) stored;
create index setlist_songs_words on setlist_songs using gin (song_key gin_trgm_ops)
  with (gin_pending_list_limit = 256);
create index setlist_songs_song on setlist_songs (song_key);
