import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { copySetlist as contract } from '@sharemyshows/contract/whole-setlist'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { seeShow } from '../../../viewer/gate.ts'
import { readSongs } from '../store.ts'
import type { Deps } from './edit.ts'
import { fillSetlist } from './fill-setlist.ts'

/** Copies the songs of another show the actor may see. */
export function copySetlist(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  { from_show_id, mode }: z.output<(typeof contract)['body']>,
): Promise<undefined | Refusal> {
  return fillSetlist(tx, deps, actor, showId, mode, async (show) => {
    const from = await seeShow(tx, actor.id, from_show_id)
    if (from === null) return refuse('not_found')
    return from === show ? refuseField('from_show_id', 'Choose another show') : readSongs(tx, from)
  })
}
