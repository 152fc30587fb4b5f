import { type Refusal, refuseField } from '@sharemyshows/contract/errors'

/** Where a page ended: the time, or distance, and the id of its last item. */
export type Position = { at: string; id: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const isMoment = (text: string): boolean => {
  const moment = new Date(text)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text
}

const isDistance = (text: string): boolean => /^\d/.test(text) && String(Number(text)) === text

/** A position as clients carry it: opaque. */
export const writeCursor = ({ at, id }: Position): string => Buffer.from(`${at}|${id}`).toString('base64url')

/**
 * The position behind a cursor of a list in the order of time, or of distance; a refusal naming the field when it is
 * not one of ours.
 */
export function readCursor(cursor: string, order: 'time' | 'distance' = 'time'): Position | Refusal {
  const [at = '', id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  const isPlace = order === 'time' ? isMoment : isDistance
  if (rest.length === 0 && isPlace(at) && uuid.test(id)) return { at, id }
  return refuseField('cursor', 'This is not a cursor of this list')
}
