-- What somebody was told; several of a kind about one thing that she has not read are one row with a count.
create table notifications (
  id uuid primary key,
  person_id uuid not null references users on delete cascade,
  kind text not null,
  -- what they are gathered by while unread, such as 'message:<conversation>'
  topic text,
  actor_id uuid references users on delete cascade,
  show_id uuid references shows on delete cascade,
  comment_id uuid references comments on delete cascade,
  conversation_id uuid,
  request_id uuid,
  -- words that are not to be found elsewhere, such as a moderator's reason
  note text,
  count integer not null default 1,
  -- false for one that only waits to be mailed
  in_app boolean not null default true,
  -- when it is to be mailed; null when it is not, or was
  mail_at timestamptz,
  read_at timestamptz,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  check (in_app or mail_at is not null)
);
create index notifications_person on notifications (person_id, updated_at desc, id desc) where in_app;
create index notifications_unread on notifications (person_id) where read_at is null and in_app;
create index notifications_mail on notifications (mail_at) where mail_at is not null;
create index notifications_old on notifications (updated_at);
create unique index notifications_gathered on notifications (person_id, topic) where read_at is null;
create index notifications_actor on notifications (actor_id) where actor_id is not null;
create index notifications_show on notifications (show_id) where show_id is not null;
create index notifications_comment on notifications (comment_id) where comment_id is not null;

-- What somebody chose otherwise than is usual.
create table notification_settings (
  person_id uuid not null references users on delete cascade,
  kind text not null,
  in_app boolean not null,
  mail boolean not null,
  updated_at timestamptz not null default now(),
  primary key (person_id, kind)
);

-- What was reported is a case, however many report it.
create table moderation_cases (
  id uuid primary key,
  target text not null check (target in ('show', 'photo', 'audio', 'video', 'comment', 'message', 'person')),
  -- no reference: a case outlives its thing
  target_id uuid not null,
  person_id uuid references users on delete set null,
  show_id uuid references shows on delete set null,
  excerpt text not null,
  action text check (action in ('dismiss', 'warn', 'remove', 'suspend')),
  decision text,
  decided_by uuid references users on delete set null,
  decided_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  check ((decided_at is null) = (action is null))
);
create unique index moderation_cases_open on moderation_cases (target, target_id) where decided_at is null;
create index moderation_cases_queue on moderation_cases (created_at, id) where decided_at is null;
create index moderation_cases_decided on moderation_cases (decided_at desc, id desc) where decided_at is not null;
create index moderation_cases_person on moderation_cases (person_id);
create index moderation_cases_show on moderation_cases (show_id);
create index moderation_cases_decider on moderation_cases (decided_by);

create table reports (
  id uuid primary key,
  case_id uuid not null references moderation_cases on delete cascade,
  reporter_id uuid references users on delete set null,
  reason text not null,
  note text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (case_id, reporter_id)
);
create index reports_reporter on reports (reporter_id);

-- A suspended person is seen by nobody else.
create index users_suspended on users (id) where suspended_at is not null;
