import * as accounts from './accounts.ts'
import * as administration from './administration.ts'
import * as analysis from './analysis.ts'
import * as artists from './artists.ts'
import * as attendance from './attendance.ts'
import * as audiences from './audiences.ts'
import * as audio from './audio.ts'
import * as audioLibrary from './audio-library.ts'
import * as audit from './audit.ts'
import * as calendars from './calendars.ts'
import * as catalog from './catalog.ts'
import * as chat from './chat.ts'
import * as comments from './comments.ts'
import * as connections from './connections.ts'
import * as dashboard from './dashboard.ts'
import * as dashboardCalendar from './dashboard-calendar.ts'
import * as dashboardRecent from './dashboard-recent.ts'
import type { Endpoint } from './endpoint.ts'
import * as enrichment from './enrichment.ts'
import * as eventPosters from './event-posters.ts'
import * as eventStaff from './event-staff.ts'
import * as eventStats from './event-stats.ts'
import * as events from './events.ts'
import * as exports from './exports.ts'
import * as feed from './feed.ts'
import * as friends from './friends.ts'
import * as history from './history.ts'
import * as imports from './imports.ts'
import * as instance from './instance.ts'
import * as invitations from './invitations.ts'
import * as leaving from './leaving.ts'
import * as librarySync from './library-sync.ts'
import * as listens from './listens.ts'
import * as lookups from './lookups.ts'
import * as mediaSets from './media-sets.ts'
import * as merging from './merging.ts'
import * as mfa from './mfa.ts'
import * as moderation from './moderation.ts'
import * as moods from './moods.ts'
import * as music from './music.ts'
import * as notifications from './notifications.ts'
import * as organizers from './organizers.ts'
import * as passwords from './passwords.ts'
import * as people from './people.ts'
import * as photos from './photos.ts'
import * as player from './player.ts'
import * as playlists from './playlists.ts'
import * as providers from './providers.ts'
import * as rsvps from './rsvps.ts'
import * as search from './search.ts'
import * as sessions from './sessions.ts'
import * as setlist from './setlist.ts'
import * as shows from './shows.ts'
import * as system from './system.ts'
import * as uploads from './uploads.ts'
import * as venues from './venues.ts'
import * as videos from './videos.ts'
import * as wholeSetlist from './whole-setlist.ts'

export const api = {
  accounts,
  administration,
  analysis,
  artists,
  attendance,
  audiences,
  audio,
  audioLibrary,
  audit,
  calendars,
  catalog,
  chat,
  comments,
  dashboard,
  dashboardCalendar,
  dashboardRecent,
  enrichment,
  eventPosters,
  eventStaff,
  eventStats,
  events,
  exports,
  feed,
  friends,
  history,
  imports,
  instance,
  invitations,
  leaving,
  lookups,
  mediaSets,
  merging,
  mfa,
  moderation,
  notifications,
  organizers,
  passwords,
  people,
  photos,
  providers,
  rsvps,
  search,
  sessions,
  setlist,
  shows,
  system,
  uploads,
  venues,
  connections,
  librarySync,
  listens,
  moods,
  music,
  player,
  playlists,
  videos,
  wholeSetlist,
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'answers' in value && 'path' in value

/** Every operation of the API. */
export const endpoints: readonly Endpoint[] = Object.values(api).flatMap((noun) =>
  Object.values(noun).filter(isEndpoint),
)
