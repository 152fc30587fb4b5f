import { type Refusal, refuseField } from '@sharemyshows/contract/errors'

/** Where a page ended: the time and id of its last item. */
export type Position = { at: string; id: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isMoment = (text: string): boolean => {
  const moment = new Date(text)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text
}

/** A position as clients carry it: opaque. */
export const writeCursor = ({ at, id }: Position): string => Buffer.from(`${at}|${id}`).toString('base64url')

/** The position behind a cursor; a refusal naming the field when it is not one of ours. */
export function readCursor(cursor: string): Position | Refusal {
  const [at = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (rest.length === 0 && isMoment(at) && uuid.test(id)) return { at, id }
  return refuseField('cursor', 'This is not a cursor of this list')
}
