import { z } from 'zod'
import { Role } from './accounts.ts'
import { Analysis } from './analysis.ts'
import { Attendance } from './attendance.ts'
import { AudioTags } from './audio.ts'
import { AuditAct, AuditDetails } from './audit.ts'
import { Artist } from './catalog.ts'
import { Connection } from './connections.ts'
import { Audience, Id, Latitude, Longitude, Timestamp } from './fields.ts'
import { RevisedSong } from './history.ts'
import { Listen } from './listens.ts'
import { MoodRule, MoodSample } from './moods.ts'
import { Track } from './music.ts'
import { NotificationSetting } from './notifications.ts'
import { Playlist } from './playlists.ts'
import { RsvpAnswer } from './rsvps.ts'

/** Rises when something that was there changes its meaning or goes; readers ignore fields that they do not know. */
export const ACCOUNT_EXPORT_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const file = z
  .string()
  .describe('Path of the file in the archive; always null where the export is this document alone.')

const Profile = z.object({
  id: Id,
  username: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  role: Role,
  display_name: z.string().nullable(),
  bio: z.string().nullable(),
  home_city: z.string().nullable(),
  avatar: z.object({ file: file.nullable() }).nullable(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const Settings = z.object({
  time_zone: z.string().nullable(),
  profile_audience: Audience,
  default_audience: Audience,
  default_media_audience: Audience,
  found_by_email: z.boolean(),
  mfa_methods: z.array(z.string()),
  notifications: z
    .array(z.object(NotificationSetting.shape))
    .describe('What was chosen otherwise than is usual.'),
  mood_rules: z
    .array(z.object(MoodRule.shape).omit({ source: true }))
    .describe('What music fits a mood, where the person said otherwise.'),
  connections: z
    .array(
      z
        .object(Connection.shape)
        .pick({ provider: true, account_name: true, scopes: true, connected_at: true }),
    )
    .describe('Accounts elsewhere, without what opens them.'),
})

const ExportedVenue = z.object({
  id: Id,
  name: z.string(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  country: z.string().nullable(),
  latitude: Latitude.nullable(),
  longitude: Longitude.nullable(),
  time_zone: z.string(),
})

/** A show in the diary: what everybody there shares, and the person’s own part. */
export const ExportedShow = z.object({
  id: Id,
  title: z.string().nullable(),
  date: z.string().describe('The day at the venue, YYYY-MM-DD.'),
  time: z.string().nullable().describe('The time at the venue, HH:MM.'),
  starts_at: Timestamp,
  ends_at: Timestamp.nullable(),
  time_zone: z.string(),
  status: z.enum(['scheduled', 'cancelled']),
  line_up: z.array(z.object(Artist.shape)).describe('In billing order, the headliner first.'),
  venue: ExportedVenue,
  setlist: z.array(z.object(RevisedSong.shape)),
  attendance: z.object(Attendance.shape),
})
export type ExportedShow = z.infer<typeof ExportedShow>

/** An answer to an event that is no entry of the diary; those who go have one. */
const ExportedAnswer = z.object({
  show_id: Id,
  title: z.string().nullable(),
  starts_at: Timestamp,
  status: RsvpAnswer.shape.status.exclude(['going']),
  audience: Audience,
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** A comment; `show` says which concert, as far as the person still sees it. */
const ExportedComment = z.object({
  id: Id,
  show_id: Id,
  show: z.object({ artist_name: z.string(), venue_name: z.string(), date: z.string() }).nullable(),
  content: z.string(),
  edited: z.boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** What the person said in a conversation: `with` is the username of the other, `show_id` the show whose room it was in. */
const ExportedMessage = z.object({
  id: Id,
  conversation_id: Id,
  with: z.string().nullable(),
  show_id: Id.nullable(),
  text: z.string(),
  edited: z.boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** A medium as it was sent: `sha256` and `file_size` are those of the original, byte for byte; `duration` is in seconds. */
export const ExportedMedium = z.object({
  id: Id,
  kind: z.enum(['photo', 'audio', 'video']),
  show_id: Id.nullable(),
  file: file.nullable(),
  file_name: z.string().nullable(),
  file_size: z.int(),
  sha256,
  mime_type: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  duration: z.number().nullable(),
  tags: AudioTags.nullable(),
  analysis: z
    .object(Analysis.shape)
    .omit({ audio_id: true })
    .nullable()
    .describe('What the engine found in an audio recording.'),
  caption: z.string().nullable(),
  audience: Audience,
  captured_at: Timestamp.nullable(),
  captured_at_source: z.enum(['exif', 'exif_local', 'container', 'file', 'upload']).nullable(),
  latitude: Latitude.nullable(),
  longitude: Longitude.nullable(),
  created_at: Timestamp,
  updated_at: Timestamp,
})
export type ExportedMedium = z.infer<typeof ExportedMedium>

const ExportedRevision = z.object({
  id: Id,
  subject: z.enum(['show', 'venue', 'artist']),
  subject_id: Id,
  show_id: Id.nullable(),
  kind: z.enum(['edit', 'revert', 'merge']),
  fields: z.array(z.string()),
  created_at: Timestamp,
})

const People = z.object({
  friends: z.array(z.string()),
  requested: z.array(z.string()).describe('Whom she asked to be friends and has not heard from.'),
  following: z.array(z.string()),
  blocked: z.array(z.string()),
})

const ExportedSession = z.object({
  id: Id,
  user_agent: z.string().nullable(),
  ip: z.string().nullable(),
  created_at: Timestamp,
  last_used_at: Timestamp,
})

const ExportedEvent = z.object({
  act: AuditAct,
  by_me: z.boolean(),
  details: AuditDetails,
  created_at: Timestamp,
})

/**
 * `account.json`: all that is somebody's, for reading and for taking elsewhere. Ids are those of the server that wrote it:
 * elsewhere they tell what was imported before. Times are RFC 3339 in UTC; `people` are usernames.
 */
/** A track by what it is called, and where it is: among the media, or at Spotify. */
const ExportedTrack = z.object({
  media_id: Id.nullable(),
  spotify_track_id: Track.shape.spotify_track_id,
  name: z.string(),
  artist: z.string().nullable(),
})
const ExportedPlaylist = z.object({
  ...z.object(Playlist.shape).pick({ id: true, name: true, description: true, mood: true }).shape,
  items: z.array(ExportedTrack),
  created_at: Timestamp,
  updated_at: Timestamp,
})
const ExportedListen = z.object({
  ...ExportedTrack.shape,
  ...z.object(Listen.shape).omit({ id: true, track: true }).shape,
})

export const AccountExport = z
  .object({
    format: z.literal('sharemyshows-account'),
    version: z.literal(ACCOUNT_EXPORT_VERSION),
    exported_at: Timestamp,
    server: z.string().describe('Address of the server that wrote it.'),
    profile: Profile,
    settings: Settings,
    people: People,
    sessions: z.array(ExportedSession),
    shows: z.array(ExportedShow),
    answers: z.array(ExportedAnswer),
    comments: z.array(ExportedComment),
    messages: z.array(ExportedMessage),
    media: z.array(ExportedMedium),
    revisions: z.array(ExportedRevision).describe('What the person changed of shared facts, in short.'),
    moods: z.array(z.object(MoodSample.shape)).describe('Moods that were read or chosen, the oldest first.'),
    playlists: z.array(ExportedPlaylist),
    listens: z.array(ExportedListen).describe('What was played, the oldest first.'),
    events: z.array(ExportedEvent).describe('What the audit trail says of the account.'),
  })
  .meta({ title: 'Account export of ShareMyShows' })
export type AccountExport = z.infer<typeof AccountExport>

/** The parts that may be long, and are written as a stream. */
export type ExportedList =
  | 'shows'
  | 'answers'
  | 'comments'
  | 'messages'
  | 'media'
  | 'revisions'
  | 'moods'
  | 'playlists'
  | 'listens'
  | 'events'

/** Its JSON Schema (draft 2020-12). */
export const accountExportSchema = (): Record<string, unknown> =>
  z.toJSONSchema(AccountExport, { io: 'input' })
