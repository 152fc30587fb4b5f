import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Db } from '../../../platform/db/connect.ts'
import { row, rows } from '../../../platform/db/read.ts'
import type { Actor, Viewer } from '../../../platform/http/actor.ts'
import { seeProfile, seeShow } from '../../../viewer/gate.ts'
import { seesProfileOf } from '../../../viewer/rule.ts'
import { visible } from '../policy.ts'
import { type Place, readCursor, writeCursor } from '../rules.ts'
import { columns, type Medium, type MediumRow, show, taken } from './shapes.ts'

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
