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

/** Who is looked for: people by the beginnings of their names, or the one of an address; no name holds an @. */
type Sought = { name: string } | { address: string }

/** Fewer letters than this begin too many names. */
const FEWEST_LETTERS = 2

/** What somebody means by what she typed; undefined when it is too little to look for anybody. */
export function soughtBy(typed: string): Sought | undefined {
  const text = typed.replace(/^[@\s]+/, '')
  if (text.includes('@')) return { address: text }
  return text.split(/\s+/).some((word) => [...word].length >= FEWEST_LETTERS) ? { name: text } : undefined
}

/** How many a page has, and after how many it begins. */
export const windowOf = ({ page = 1, per_page, limit }: Paging): { limit: number; offset: number } => ({
  limit: per_page ?? limit,
  offset: (page - 1) * (per_page ?? limit),
})
