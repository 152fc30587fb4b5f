import type { takeSetlist as contract } from '@sharemyshows/contract/enrichment'
import { isRefusal, type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { z } from 'zod'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Setlistfm } from '../../../platform/providers/ports.ts'
import type { Attendances } from '../../attendance/feature.ts'
import type { Setlists } from '../../setlist/feature.ts'
import { askIf, refusalOf } from '../rules.ts'
import * as store from '../store.ts'

type Take = z.output<(typeof contract)['body']>

export type FindSourceDeps = {
  db: Db
  attendance: Pick<Attendances, 'requireAttendee'>
  setlistfm: Setlistfm | null
}

/**
 * Where songs are from, in the provider's own words: what the client says of it leads nowhere. Asked only for whoever may
 * write the setlist, and before anything is locked.
 */
export async function findSource(
  { db, attendance, setlistfm }: FindSourceDeps,
  actor: Actor,
  showId: string,
  { external_id }: Take,
): Promise<store.Link | Refusal> {
  const show = await attendance.requireAttendee(db, actor.id, showId)
  if (isRefusal(show)) return show
  const answer = await askIf(setlistfm, (port) => port.setlist(external_id))
  if (answer.result === 'empty') return refuseField('external_id', 'setlist.fm knows no such setlist')
  if (answer.result !== 'ok') return refusalOf(answer.result)
  const { id, versionId, url } = answer.data
  // songs without a link to where they are from may not be kept
  return url === null ? refuse('provider_unavailable') : { external_id: id, version_id: versionId, url }
}

/** Writes the songs that somebody confirms into the setlist of a show, and where they are from. */
export async function takeSetlist(
  tx: Tx,
  setlist: Pick<Setlists, 'fill'>,
  actor: Actor,
  showId: string,
  source: store.Link,
  { songs, mode }: Take,
): Promise<undefined | Refusal> {
  const refusal = await setlist.fill(tx, actor, showId, songs, mode)
  if (refusal !== undefined) return refusal
  // what was there before is gone, or there was nothing
  if (mode !== 'append') await store.dropLinks(tx, showId)
  await store.writeLink(tx, showId, source)
  return undefined
}
