import type { ExportedMedium, ExportedShow } from '@sharemyshows/contract/account-export'
import type { Attendance } from '@sharemyshows/contract/attendance'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import { atOneMoment, readInBatches } from '../../../platform/db/snapshot.ts'
import { seesShow } from '../../../viewer/rule.ts'
import { trackArtist, trackName } from '../../../viewer/tracks.ts'
import {
  type AccountAtOneMoment,
  type AccountReader,
  AVATAR,
  type Head,
  type Original,
  originalName,
} from '../rules.ts'

const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const amount = `select
    (select count(*) from attendances where person_id = $1) + (select count(*) from comments where author_id = $1)
      + (select count(*) from messages where author_id = $1)
      + (select count(*) from mood_samples where person_id = $1) + (select count(*) from listens where person_id = $1)
      + count(m.id) as rows,
    coalesce(sum(m.file_size), 0) as bytes from media m where m.owner_id = $1 and m.deleted_at is null`

const originals = `select m.id, m.storage_key, m.file_name, m.file_size, s.show_date as date, coalesce(a.name, s.title) as artist_name,
    coalesce(m.captured_at, m.created_at) as made_at
  from media m left join shows s on s.id = m.show_id left join artists a on a.id = s.headliner_id
  where m.owner_id = $1 and m.deleted_at is null and m.id > $2 order by m.id limit 200`

const head = `select u.avatar,
    json_build_object('id', u.id, 'username', u.username, 'email', u.email, 'email_verified', u.email_verified,
      'role', u.role, 'display_name', u.display_name, 'bio', u.bio, 'home_city', u.home_city) as profile,
    u.created_at, u.updated_at,
    json_build_object('time_zone', u.time_zone, 'profile_audience', u.profile_audience,
      'default_audience', u.default_audience, 'default_media_audience', u.default_media_audience,
      'found_by_email', u.found_by_email,
      'mfa_methods', array(select c.kind::text from credentials c
        where c.user_id = u.id and c.confirmed_at is not null order by c.kind),
      'notifications', (select coalesce(json_agg(json_build_object('kind', n.kind, 'in_app', n.in_app, 'mail', n.mail)
        order by n.kind), '[]') from notification_settings n where n.person_id = u.id),
      'mood_rules', (select coalesce(json_agg(json_build_object('mood', r.mood,
        'valence', array[r.valence_from, r.valence_to], 'energy', array[r.energy_from, r.energy_to],
        'tempo', array[r.tempo_from, r.tempo_to], 'description', r.description) order by r.mood), '[]')
        from mood_rules r where r.person_id = u.id),
      'connections', (select coalesce(json_agg(json_build_object('provider', l.provider, 'account_name', l.account_name,
        'scopes', l.scopes, 'connected_at', to_char(l.connected_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by l.provider), '[]')
        from linked_accounts l where l.person_id = u.id)) as settings,
    json_build_object(
      'friends', ${known(`kind = 'friend' and r.state = 'accepted'`)},
      'requested', ${known(`kind = 'friend' and r.state in ('pending', 'rejected')`)},
      'following', ${known(`kind = 'follow'`)},
      'blocked', ${known(`kind = 'block'`)}) as people
  from users u where u.id = $1`

function known(which: string): string {
  return `array(select other.username::text from relationships r join users other on other.id = r.to_id
    where r.from_id = u.id and r.${which} order by 1)`
}

const sessions = `select id, user_agent, host(ip) as ip, created_at, last_used_at from sessions
  where user_id = $1 order by created_at, id`

const shows = `select s.id, s.title, s.show_date as date, to_char(s.show_time, 'HH24:MI') as time, s.starts_at,
    s.ends_at, s.time_zone, s.status,
    json_build_object('id', v.id, 'name', v.name, 'address', v.address, 'city', v.city, 'state', v.state,
      'country', v.country, 'latitude', v.latitude, 'longitude', v.longitude, 'time_zone', v.time_zone) as venue,
    (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'mbid', a.mbid) order by p.position), '[]')
      from performances p join artists a on a.id = p.artist_id where p.show_id = s.id) as line_up,
    (select coalesce(json_agg(json_build_object('song_order', g.position, 'song_name', g.song_name,
        'artist_name', g.artist_name, 'encore', g.encore, 'set', g.set_number, 'cover_of', g.cover_of,
        'guest', g.guest, 'tape', g.tape, 'notes', g.notes) order by g.position), '[]')
      from setlist_songs g where g.show_id = s.id) as setlist,
    mine.id as attendance_id, mine.rsvp, mine.state, mine.method, mine.arrived_at, mine.left_at, mine.notes,
    mine.rating, mine.audience, mine.created_at, mine.updated_at
  from attendances mine join shows s on s.id = mine.show_id join venues v on v.id = s.venue_id
  where mine.person_id = $1 order by mine.starts_at, mine.show_id`

const answers = `select r.show_id, s.title, s.starts_at, r.status, r.audience, r.created_at, r.updated_at
  from rsvps r join shows s on s.id = r.show_id where r.person_id = $1 order by r.created_at, r.show_id`

const comments = `select c.id, c.show_id, c.content, c.edited, c.created_at, c.updated_at,
    case when ${seesShow('s')} then json_build_object('artist_name', coalesce(a.name, s.title), 'venue_name', v.name,
      'date', s.show_date) end as show
  from comments c join shows s on s.id = c.show_id left join artists a on a.id = s.headliner_id
    join venues v on v.id = s.venue_id
  where c.author_id = $1 and c.deleted_at is null order by c.id`

const messages = `select m.id, m.conversation_id, m.text, m.edited, m.created_at, m.updated_at, c.show_id,
    (select u.username::text from conversation_members other join users u on u.id = other.person_id
      where c.kind = 'direct' and other.conversation_id = c.id and other.person_id <> $1) as with
  from messages m join conversations c on c.id = m.conversation_id
  where m.author_id = $1 and m.deleted_at is null order by m.id`

const media = `select m.id, m.kind, m.show_id, m.file_name, m.file_size, encode(m.sha256, 'hex') as sha256,
    m.mime_type, m.width, m.height, m.duration_ms / 1000.0 as duration, m.tags,
    n.result || jsonb_build_object('analyzed_at', to_char(n.analyzed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as analysis, m.caption, m.audience, m.captured_at, m.captured_at_source, m.latitude,
    m.longitude, m.created_at, m.updated_at, m.storage_key, s.show_date as date, coalesce(a.name, s.title) as artist_name
  from media m left join shows s on s.id = m.show_id left join artists a on a.id = s.headliner_id
    left join analyses n on n.media_id = m.id
  where m.owner_id = $1 and m.deleted_at is null and m.id <= $2 order by m.id`

const revisions = `select r.id, r.subject, r.subject_id, r.show_id, r.kind, r.created_at,
    array(select change ->> 'field' from jsonb_array_elements(r.changes) change) as fields
  from revisions r where r.author_id = $1 order by r.created_at, r.id`

const moods = `select m.id, m.mood, m.scores, m.valence, m.energy, m.corrected_from, m.created_at,
    case when m.corrected_at is null then m.source else 'corrected' end as source,
    case when m.corrected_at is null then m.confidence else 1 end as confidence
  from mood_samples m where m.person_id = $1 order by m.created_at, m.id`

const named = `t.media_id, t.spotify_id as spotify_track_id, ${trackName} as name, ${trackArtist} as artist`
const track = `join tracks t on t.id = i.track_id
  left join library_entries e on e.track_id = t.id and e.person_id = $1
  left join media m on m.id = t.media_id left join shows s on s.id = m.show_id left join artists h on h.id = s.headliner_id`

const playlists = `select p.id, p.name, p.description, p.mood, p.created_at, p.updated_at,
    (select coalesce(json_agg(json_build_object('media_id', held.media_id, 'spotify_track_id', held.spotify_track_id,
        'name', held.name, 'artist', held.artist) order by held.position), '[]')
      from (select i.position, ${named} from playlist_tracks i ${track} where i.playlist_id = p.id) held) as items
  from playlists p where p.person_id = $1 order by p.created_at, p.id`

const listens = `select ${named}, i.mood, i.seconds, i.outcome, i.played_at
  from listens i ${track} where i.person_id = $1 order by i.played_at, i.id`

const events = `select e.act, e.details, e.created_at, e.actor_id is not distinct from $1::uuid as by_me
  from audit_events e where e.subject_id = $1 or e.subject_id is null and e.actor_id = $1 order by e.created_at, e.id`

type ShowRow = Omit<ExportedShow, 'attendance'> & Attendance & { attendance_id: string }
type MediumRow = Omit<ExportedMedium, 'file'> & Pick<Original, 'storage_key' | 'date' | 'artist_name'>

function shownShow(found: ShowRow): ExportedShow {
  const { attendance_id, rsvp, state, method, arrived_at, left_at, notes, rating, audience, ...rest } = found
  const { created_at, updated_at, ...show } = rest
  const mine = { rsvp, state, method, arrived_at, left_at, notes, rating, audience, created_at, updated_at }
  return { ...show, attendance: { id: attendance_id, ...mine } }
}

const shownMedium = ({ storage_key, date, artist_name, ...medium }: MediumRow): ExportedMedium => ({
  ...medium,
  file: originalName({ ...medium, storage_key, date, artist_name }),
})

async function* each<Row, Item>(
  batches: AsyncIterable<Row[]>,
  show: (found: Row) => Item,
): AsyncGenerator<Item[]> {
  for await (const batch of batches) yield batch.map(show)
}

type HeadRow = Pick<Head, 'profile' | 'settings' | 'people'> & {
  avatar: string | null
  created_at: string
  updated_at: string
}

async function readHead(tx: Tx, personId: string): Promise<{ head: Head; avatar: string | null }> {
  const found = await row<HeadRow>(tx, head, [personId])
  if (found === undefined) throw new Error('an export without its person')
  const { avatar, created_at, updated_at, settings, people } = found
  const picture = avatar === null ? null : { file: AVATAR }
  const profile = { ...found.profile, avatar: picture, created_at, updated_at }
  return { head: { profile, settings, people, sessions: await rows(tx, sessions, [personId]) }, avatar }
}

/** Reads all that is one person's. */
export function readAccount(db: Db, personId: string): AccountReader {
  let newest = LAST
  const lists = (tx: Tx): AccountAtOneMoment['lists'] => ({
    shows: () => each(readInBatches<ShowRow>(tx, shows, [personId]), shownShow),
    answers: () => readInBatches(tx, answers, [personId]),
    comments: () => readInBatches(tx, comments, [personId]),
    messages: () => readInBatches(tx, messages, [personId]),
    media: () => each(readInBatches<MediumRow>(tx, media, [personId, newest]), shownMedium),
    revisions: () => readInBatches(tx, revisions, [personId]),
    moods: () => readInBatches(tx, moods, [personId]),
    playlists: () => readInBatches(tx, playlists, [personId]),
    listens: () => readInBatches(tx, listens, [personId]),
    events: () => readInBatches(tx, events, [personId]),
  })
  return {
    measure: async () => (await row(db, amount, [personId])) ?? { rows: 0, bytes: 0 },
    async *originals() {
      newest = FIRST
      for (let last: string | undefined = FIRST; last !== undefined; ) {
        const found: Original[] = await rows<Original>(db, originals, [personId, last])
        if (found.length > 0) yield found
        last = found.at(-1)?.id
        newest = last ?? newest
      }
    },
    atOneMoment: (read) =>
      atOneMoment(db, (tx) => read({ head: () => readHead(tx, personId), lists: lists(tx) })),
  }
}
