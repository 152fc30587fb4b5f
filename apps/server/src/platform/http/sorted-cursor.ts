import { type Refusal, refuseField } from '@sharemyshows/contract/errors'

/** Where a page of a list that has several orders ended: by which, the value it is ordered by, and the id. */
export type SortedPosition<Sort extends string> = { sort: Sort; value: string | null; id: string }

/** What the values of an order are, as the database calls it. */
export type SortedBy = 'uuid' | 'text' | 'float8' | 'timestamptz'

/** A position as clients carry it: opaque. */
export const writeSortedCursor = ({ sort, value, id }: SortedPosition<string>): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isOf: Record<SortedBy, (value: string) => boolean> = {
  uuid: (value) => uuid.test(value),
  text: (value) => !value.includes('\0') && value.isWellFormed(),
  float8: (value) => /^-?\d/.test(value) && Number.isFinite(Number(value)),
  timestamptz: (value) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(value) && !Number.isNaN(Date.parse(value)),
}

/** The position a cursor stands for; a refusal when it is none of a list in this order. */
export function readSortedCursor<Sort extends string>(
  cursor: string,
  sort: Sort,
  type: SortedBy,
): SortedPosition<Sort> | Refusal {
  const wrong = refuseField('cursor', 'This is not a cursor of this list')
  try {
    const [of, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    const fits = value === null || typeof value === 'string'
    if (of !== sort || !fits || typeof id !== 'string' || !uuid.test(id)) return wrong
    if (typeof value === 'string' && !isOf[type](value)) return wrong
    return { sort, value: value as string | null, id }
  } catch {
    return wrong
  }
}
