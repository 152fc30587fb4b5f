import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { Audience } from '@sharemyshows/contract/fields'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Photo } from '@sharemyshows/contract/photos'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { PENDING } from '../../platform/db/waiting.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { seeProfile, seeShow } from '../../viewer/gate.ts'
import { avatarOf } from '../../viewer/people-seen.ts'
import { seesMedium, seesProfileOf } from '../../viewer/rule.ts'
import { type Place, readCursor, tagOf, writeCursor } from './rules.ts'

type PhotoRow = Omit<Photo, 'kind' | 'owner' | 'point' | 'urls'> & {
  owner_id: string
  username: string
  display_name: string | null
  avatar: string | null
  own: boolean
  latitude: number | null
  longitude: number | null
  place: number
  audience: Audience
}

/** Where a photo stands in its show: when it was taken, else when it came; in microseconds, as the database counts. */
const taken = 'coalesce(m.captured_at, m.created_at)'
const microseconds = `(extract(epoch from ${taken}) * 1000000)::bigint`

const columns = `m.id, m.show_id, m.owner_id, u.username, u.display_name, ${avatarOf('u')} as avatar,
  m.owner_id = $1::uuid as own, m.caption,
  m.audience, m.mime_type, m.file_name, m.file_size, m.width, m.height, m.captured_at, m.captured_at_source,
  m.latitude, m.longitude, m.placeholder, m.color, m.state, m.failure, m.created_at, m.updated_at,
  ${microseconds} as place`

/** A photo that failed is its owner's business alone. */
const visible = `m.kind = 'photo' and (m.owner_id = $1::uuid or m.state <> 'failed') and ${seesMedium('m')}`
const source = `from media m join users u on u.id = m.owner_id where ${visible}`

const addressOf = (id: string, part: string) => `/api/v1/photos/${id}/${part}`

function show(photo: PhotoRow): Photo {
  const {
    id,
    own,
    owner_id,
    username,
    display_name,
    avatar,
    latitude,
    longitude,
    place: _place,
    ...shared
  } = photo
  const mine = own && latitude !== null && longitude !== null
  return {
    ...shared,
    id,
    kind: 'photo',
    owner: { id: owner_id, username, display_name, avatar },
    file_name: own ? photo.file_name : null,
    point: mine ? { latitude, longitude } : null,
    urls: {
      ...(own && { original: addressOf(id, 'original') }),
      ...(photo.state !== 'failed' && {
        thumbnail: addressOf(id, 'thumbnail'),
        display: addressOf(id, 'display'),
      }),
    },
  }
}

/** One photo as this viewer sees it. */
export async function readPhoto(db: Db, viewer: Viewer, id: string): Promise<Photo | Refusal> {
  const found = await row<PhotoRow>(db, `select ${columns} ${source} and m.id = $2`, [viewer, id])
  return found === undefined ? refuse('not_found') : show(found)
}

type Page = { items: Photo[]; next_cursor: string | null }
type List = {
  by: string
  order: string
  /** What comes after a place, which `values` gives from $5 on. */
  after: string
  values: (place: Place) => unknown[]
}

const ofShow: List = {
  by: 'm.show_id = $2',
  order: `${taken}, m.id`,
  after: `(${taken}, m.id) > (timestamptz 'epoch' + $5 * interval '1 microsecond', $6::uuid)`,
  values: ({ time, id }) => [time, id],
}
const ofPerson: List = {
  by: `m.owner_id = $2 and ${seesProfileOf('$2')}`,
  order: 'm.id desc',
  after: 'm.id < $5::uuid',
  values: ({ id }) => [id],
}

async function readPage(
  db: Db,
  viewer: Viewer,
  list: List,
  id: string,
  paging: Paging,
): Promise<Page | Refusal> {
  const limit = paging.per_page ?? paging.limit
  const after: Place | null | undefined = paging.cursor === undefined ? undefined : readCursor(paging.cursor)
  if (after === null) return refuseField('cursor', 'This is not a cursor of ours')
  const skip = after === undefined ? ((paging.page ?? 1) - 1) * limit : 0
  const found = await rows<PhotoRow>(
    db,
    `select ${columns} ${source} and ${list.by} ${after === undefined ? '' : `and ${list.after}`}
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

/** Photos of a show in the order they were taken. Who sees one of them sees the show, so only an empty page asks. */
export async function listPhotosOfShow(
  db: Db,
  viewer: Viewer,
  showId: string,
  paging: Paging,
): Promise<Page | Refusal> {
  const page = await readPage(db, viewer, ofShow, showId, paging)
  return isEmpty(page) && (await seeShow(db, viewer, showId)) === null ? refuse('not_found') : page
}

/** Photos of a person, newest first. */
export async function listPhotosOfUser(
  db: Db,
  viewer: Viewer,
  userId: string,
  paging: Paging,
): Promise<Page | Refusal> {
  const page = await readPage(db, viewer, ofPerson, userId, paging)
  return isEmpty(page) && (await seeProfile(db, viewer, userId)) === null ? refuse('not_found') : page
}

/** What of a photo's bytes is asked for; `best` is the original for its owner, the display rendition for others. */
export type Part = 'thumbnail' | 'display' | 'original' | 'best'
export type PhotoFile = { key: string; etag: string; mime: string; size: number; fileName: string }

type FileRow = {
  own: boolean
  state: Photo['state']
  file_name: string | null
  original_key: string
  original_mime: string
  original_size: number
  key: string | null
  mime: string
  size: number
}

/** The file behind a part of a photo, PENDING while it is being made. */
export async function findFile(
  db: Db,
  viewer: Viewer,
  id: string,
  part: Part,
): Promise<PhotoFile | Refusal | typeof PENDING> {
  const found = await row<FileRow>(
    db,
    `select m.owner_id = $1::uuid as own, m.state, m.file_name, m.storage_key as original_key,
      m.mime_type as original_mime, m.file_size as original_size, r.storage_key as key, r.mime_type as mime,
      r.file_size as size
      from media m left join renditions r on r.media_id = m.id and r.name = $3 where ${visible} and m.id = $2`,
    [viewer, id, part === 'thumbnail' ? 'thumbnail' : 'display'],
  )
  if (found === undefined) return refuse('not_found')
  if (part === 'original' || (part === 'best' && found.own))
    return found.own ? original(found, id) : refuse('not_found')
  if (found.key !== null) {
    return {
      key: found.key,
      etag: tagOf(found.key),
      mime: found.mime,
      size: found.size,
      fileName: `photo-${id}.webp`,
    }
  }
  return found.state === 'processing' ? PENDING : refuse('not_found')
}

const original = (file: FileRow, id: string): PhotoFile => ({
  key: file.original_key,
  etag: tagOf(file.original_key),
  mime: file.original_mime,
  size: file.original_size,
  fileName: file.file_name ?? `photo-${id}`,
})
