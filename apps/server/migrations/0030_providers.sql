-- Questions to servers elsewhere, over all processes: when the next may be asked, how many there were on this day (UTC),
-- and how it went. Counted before they are asked, so that a crash never makes it one too many.
create table provider_turns (
  provider text primary key,
  next_at timestamptz not null default now(),
  day date not null default current_date,
  asked integer not null default 0,
  -- answers in a row that said it was too much
  refused integer not null default 0,
  -- nothing more is asked on that day
  over boolean not null default false,
  answered_at timestamptz,
  failed_at timestamptz,
  last_error text
);
insert into provider_turns (provider, day, asked, refused, over)
  select 'soundnet', day, asked, refused, over from soundnet_days order by day desc limit 1;
drop table soundnet_days;

-- Answers as long as their provider allows; worth nothing after a crash, and in no backup of the log.
create unlogged table provider_answers (
  key bytea primary key,
  provider text not null,
  answer jsonb not null,
  expires_at timestamptz not null
);
create index provider_answers_expiry on provider_answers (expires_at);
