import { type Refusal, refuseField } from '@sharemyshows/contract/errors'
import type { Paging } from '@sharemyshows/contract/paging'

/** Requests that one person may have sent and not heard of yet. */
export const MOST_OPEN = 200
/** People that one person may follow: a feed looks at each of them. */
export const MOST_FOLLOWED = 5000

/** Where a page of names ended: the name as it is sorted, and whose it is. */
export type NamePosition = { name: string; id: string }

const MOST_NAME = 400
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const UUID_LENGTH = 36

/** A position among names as clients carry it: opaque. */
export const writeNameCursor = ({ name, id }: NamePosition): string =>
  Buffer.from(id + name).toString('base64url')

/** The position behind a cursor; a refusal naming the field when it is not one of ours. */
export function readNameCursor(cursor: string): NamePosition | Refusal {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [id, name] = [text.slice(0, UUID_LENGTH), text.slice(UUID_LENGTH)]
  if (uuid.test(id) && name !== '' && name.length <= MOST_NAME && !name.includes('\0')) return { name, id }
  return refuseField('cursor', 'This is not a cursor of this list')
}

/** Less than this begins too many names. */
export const FEWEST_LETTERS = 2

/** True for what can only be an address: names hold no such sign. */
export const isAddress = (typed: string): boolean => typed.includes('@') && !typed.startsWith('@')

/** How many a page has, and after how many it begins. */
export const windowOf = ({ page = 1, per_page, limit }: Paging): { limit: number; offset: number } => ({
  limit: per_page ?? limit,
  offset: (page - 1) * (per_page ?? limit),
})
