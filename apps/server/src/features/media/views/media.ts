import type { Audio } from '@sharemyshows/contract/audio'
import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { Audience } from '@sharemyshows/contract/fields'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Actor, Viewer } from '../../../platform/http/actor.ts'
import { seeProfile, seeShow } from '../../../viewer/gate.ts'
import { addressesOf, renditionsOf } from '../../../viewer/media-addresses.ts'
import { avatarOf } from '../../../viewer/people-seen.ts'
import { seesProfileOf } from '../../../viewer/rule.ts'
import { visible } from '../policy.ts'
import { type Place, readCursor, writeCursor } from '../rules.ts'

export type Medium = Photo | Audio | Video

/** What stands for when a medium was made in its show: else when it came; in microseconds, as the database counts. */
const taken = 'coalesce(m.captured_at, m.created_at)'
const microseconds = `(extract(epoch from ${taken}) * 1000000)::bigint`

const shared = `m.id, m.kind, m.show_id, m.owner_id, u.username, u.display_name, ${avatarOf('u')} as avatar,
  m.owner_id = $1::uuid as own, m.caption, m.audience, m.mime_type, m.file_name, m.file_size, m.captured_at,
  m.captured_at_source, m.latitude, m.longitude, m.state, m.failure, m.failure_code, m.created_at, m.updated_at,
  ${microseconds} as place`
const picture = 'm.width, m.height, m.placeholder, m.color'
const playable = `m.caption as title, m.duration_ms / 1000.0 as duration, m.bitrate,
  ${renditionsOf('m')} as renditions`

/** What is read of a medium (alias `m`) and its owner (`u`), by its kind. */
const columns: Readonly<Record<MediaKind, string>> = {
  photo: `${shared}, ${picture}`,
  audio: `${shared}, ${playable}, m.tags`,
  video: `${shared}, ${picture}, ${playable}`,
}

/** A row of these; what its kind has beside goes to the wire as it is. */
type MediumRow = Pick<
  Medium,
  'id' | 'kind' | 'show_id' | 'caption' | 'mime_type' | 'file_name' | 'file_size' | 'state' | 'created_at'
> & {
  owner_id: string
  username: string
  display_name: string | null
  avatar: string | null
  own: boolean
  audience: Audience
  latitude: number | null
  longitude: number | null
  renditions?: string[]
  place: number
}

/** A medium as the wire has it. */
function show(row: MediumRow): Medium {
  const {
    own,
    owner_id,
    username,
    display_name,
    avatar,
    latitude,
    longitude,
    renditions = [],
    place,
    ...rest
  } = row
  const mine = own && latitude !== null && longitude !== null
  return {
    ...rest,
    owner: { id: owner_id, username, display_name, avatar },
    file_name: own ? row.file_name : null,
    point: mine ? { latitude, longitude } : null,
    urls: addressesOf({ ...row, renditions }),
  } as Medium
}

const select = (kind: MediaKind) =>
  `select ${columns[kind]} from media m join users u on u.id = m.owner_id where m.kind = '${kind}' and ${visible}`

/** One medium as this viewer sees it. */
export async function readMedium(
  db: Db,
  viewer: Viewer,
  kind: MediaKind,
  id: string,
): Promise<Medium | Refusal> {
  const found = await row<MediumRow>(db, `${select(kind)} and m.id = $2`, [viewer, id])
  return found === undefined ? refuse('not_found') : show(found)
}

/** Those of these audio recordings that this viewer sees, by their ids. */
export async function readAudioOf(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Map<string, Audio>> {
  const found = await rows<MediumRow>(db, `${select('audio')} and m.id = any($2::uuid[])`, [viewer, ids])
  return new Map(found.map((each) => [each.id, show(each) as Audio]))
}

type Page = { items: Medium[]; next_cursor: string | null }
type List = {
  by: string
  order: string
  /** What comes after a place, which `values` gives from $5 on. */
  after: string
  values: (place: Place) => unknown[]
}

const newestFirst = { order: 'm.id desc', after: 'm.id < $5::uuid', values: ({ id }: Place) => [id] }
const lists = {
  show: {
    by: 'm.show_id = $2',
    order: `${taken}, m.id`,
    after: `(${taken}, m.id) > (timestamptz 'epoch' + $5 * interval '1 microsecond', $6::uuid)`,
    values: ({ time, id }) => [time, id],
  },
  person: { by: `m.owner_id = $2 and ${seesProfileOf('$2')}`, ...newestFirst },
  mine: { by: 'm.owner_id = $2', ...newestFirst },
} as const satisfies Record<string, List>

async function readPage(
  db: Db,
  viewer: Viewer,
  kind: MediaKind,
  list: List,
  id: string,
  paging: Paging,
): Promise<Page | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const after: Place | null | undefined = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (after === null) return refuseField('cursor', 'This is not a cursor of ours')
  const skip = after === undefined ? ((paging.page ?? 1) - 1) * limit : 0
  const found = await rows<MediumRow>(
    db,
    `${select(kind)} and ${list.by} ${after === undefined ? '' : `and ${list.after}`}
      order by ${list.order} limit $3 offset $4`,
    [viewer, id, limit + 1, skip, ...(after === undefined ? [] : list.values(after))],
  )
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(show),
    next_cursor:
      found.length > limit && last !== undefined ? writeCursor({ time: last.place, id: last.id }) : null,
  }
}

const isEmpty = (page: Page | Refusal) => 'items' in page && page.items.length === 0

/** Media of a show in the order they were made. Who sees one of them sees the show, so only an empty page asks. */
export async function listOfShow(
  db: Db,
  viewer: Viewer,
  kind: MediaKind,
  showId: string,
  paging: Paging,
): Promise<Page | Refusal> {
  const page = await readPage(db, viewer, kind, lists.show, showId, paging)
  return isEmpty(page) && (await seeShow(db, viewer, showId)) === null ? refuse('not_found') : page
}

/** Media of a person, newest first. */
export async function listOfUser(
  db: Db,
  viewer: Viewer,
  kind: MediaKind,
  userId: string,
  paging: Paging,
): Promise<Page | Refusal> {
  const page = await readPage(db, viewer, kind, lists.person, userId, paging)
  return isEmpty(page) && (await seeProfile(db, viewer, userId)) === null ? refuse('not_found') : page
}

/** All of the actor's own, newest first, whoever sees her profile. */
export const listMine = (db: Db, actor: Actor, kind: MediaKind, paging: Paging): Promise<Page | Refusal> =>
  readPage(db, actor.id, kind, lists.mine, actor.id, paging)
