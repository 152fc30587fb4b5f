import * as accounts from './accounts.ts'
import * as attendance from './attendance.ts'
import * as catalog from './catalog.ts'
import type { Endpoint } from './endpoint.ts'
import * as media from './media.ts'
import * as setlist from './setlist.ts'
import * as shows from './shows.ts'
import * as system from './system.ts'

export const api = { accounts, attendance, catalog, media, setlist, shows, system }

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'answers' in value && 'path' in value

/** Every operation of the API. */
export const endpoints: readonly Endpoint[] = Object.values(api).flatMap((noun) =>
  Object.values(noun).filter(isEndpoint),
)
