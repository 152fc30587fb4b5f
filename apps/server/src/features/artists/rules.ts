import { type Refusal, refuseField } from '@sharemyshows/contract/errors'

/** Where a page of songs ended: how often its last song was played, and its folded name. */
export type Place = { times: number; key: string }

/** A place as clients carry it: opaque. */
export const writePlace = ({ times, key }: Place): string =>
  Buffer.from(JSON.stringify([times, key])).toString('base64url')

const form = /^\[(\d{1,9}),("(?:[^"\\]|\\.)*")\]$/u

/** The place behind a cursor; a refusal naming the field when it is not one of ours. */
export function readPlace(cursor: string): Place | Refusal {
  const [, times, key] = form.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  const name = times === undefined ? undefined : stringIn(key)
  if (name === undefined) return refuseField('cursor', 'This is not a cursor of this list')
  return { times: Number(times), key: name }
}

function stringIn(json: string | undefined): string | undefined {
  try {
    const text: unknown = JSON.parse(json ?? '')
    return typeof text === 'string' && text.isWellFormed() && !text.includes('\0') ? text : undefined
  } catch {
    return undefined
  }
}
