import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { SetlistOrder } from '@sharemyshows/contract/whole-setlist'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { isPermutation, type Placed } from '../rules.ts'
import { writePlaces } from '../store.ts'
import { type Deps, edit } from './edit.ts'

type Order = z.output<typeof SetlistOrder>
type Named = NonNullable<Order['songs']>[number]

/** Puts the songs in a new order, and in sets; refused when it does not name the songs there are, each once. */
export function reorder(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  showId: string,
  { order = [], songs: named = order.map((id): Named => ({ id })) }: Order,
): Promise<undefined | Refusal> {
  return edit(tx, deps, actor, showId, async ({ show, songs }) => {
    const now = new Map(songs.map((song) => [song.id, song]))
    const ids = named.map(({ id }) => id)
    if (!isPermutation(ids, [...now.keys()])) return refuse('order_outdated')
    const moved = named.flatMap((song) => {
      const was = now.get(song.id)
      return was === undefined ? [] : [sectioned(was, song)]
    })
    await writePlaces(tx, show, moved)
    return undefined
  })
}

/** A song that changes between main part and encore without naming a set begins in the first. */
function sectioned(was: Placed, { encore = was.encore, set }: Named): Placed {
  return { id: was.id, encore, set: set ?? (encore === was.encore ? was.set : 1) }
}
