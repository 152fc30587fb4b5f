import * as accounts from './accounts.ts'
import * as administration from './administration.ts'
import * as artists from './artists.ts'
import * as attendance from './attendance.ts'
import * as audiences from './audiences.ts'
import * as audit from './audit.ts'
import * as catalog from './catalog.ts'
import * as comments from './comments.ts'
import * as dashboard from './dashboard.ts'
import * as dashboardRecent from './dashboard-recent.ts'
import type { Endpoint } from './endpoint.ts'
import * as exports from './exports.ts'
import * as history from './history.ts'
import * as instance from './instance.ts'
import * as invitations from './invitations.ts'
import * as leaving from './leaving.ts'
import * as media from './media.ts'
import * as merging from './merging.ts'
import * as mfa from './mfa.ts'
import * as organizers from './organizers.ts'
import * as passwords from './passwords.ts'
import * as people from './people.ts'
import * as search from './search.ts'
import * as sessions from './sessions.ts'
import * as setlist from './setlist.ts'
import * as shows from './shows.ts'
import * as system from './system.ts'
import * as venues from './venues.ts'
import * as wholeSetlist from './whole-setlist.ts'

export const api = {
  accounts,
  administration,
  artists,
  attendance,
  audiences,
  audit,
  catalog,
  comments,
  dashboard,
  dashboardRecent,
  exports,
  history,
  instance,
  invitations,
  leaving,
  media,
  merging,
  mfa,
  organizers,
  passwords,
  people,
  search,
  sessions,
  setlist,
  shows,
  system,
  venues,
  wholeSetlist,
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'answers' in value && 'path' in value

/** Every operation of the API. */
export const endpoints: readonly Endpoint[] = Object.values(api).flatMap((noun) =>
  Object.values(noun).filter(isEndpoint),
)
