import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { seesMedium } from '../../viewer/rule.ts'

declare const own: unique symbol
/** The id of a medium that has been found to be the actor's. */
export type OwnMediumId = string & { readonly [own]: 'medium' }

/** Whose a medium is decides who changes it; whoever may not even see it learns nothing. */
export async function ownMedium(
  db: Db,
  actor: Actor,
  id: string,
  kind: 'photo' | 'audio' | 'video',
): Promise<OwnMediumId | Refusal> {
  const found = await row<{ id: OwnMediumId; own: boolean }>(
    db,
    `select m.id, m.owner_id = $1::uuid as own from media m
      where m.id = $2 and m.kind = $3 and (m.owner_id = $1::uuid or m.state <> 'failed') and ${seesMedium('m')}`,
    [actor.id, id, kind],
  )
  if (found === undefined) return refuse('not_found')
  return found.own ? found.id : refuse('forbidden')
}
