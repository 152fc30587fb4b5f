import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { MediaKind } from '@sharemyshows/contract/media'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { opensMedium } from '../../viewer/rule.ts'

declare const own: unique symbol
/** The id of a medium that has been found to be the actor's. */
export type OwnMediumId = string & { readonly [own]: 'medium' }

/** A medium (alias `m`) that the viewer sees. */
export const visible = opensMedium('m')

/** Whose a medium is decides who changes it; whoever may not even see it learns nothing. */
export async function ownMedium(
  db: Db,
  actor: Actor,
  id: string,
  kind: MediaKind,
): Promise<OwnMediumId | Refusal> {
  const found = await row<{ id: OwnMediumId; own: boolean }>(
    db,
    `select m.id, m.owner_id = $1::uuid as own from media m where m.id = $2 and m.kind = $3 and ${visible}`,
    [actor.id, id, kind],
  )
  if (found === undefined) return refuse('not_found')
  return found.own ? found.id : refuse('forbidden')
}

/** Why some of `ids` were not among the actor's own that were `found`; null when all were. */
export async function refuseMissing(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  found: readonly { id: string }[],
): Promise<Refusal | null> {
  const there = new Set(found.map(({ id }) => id))
  const missing = [...new Set(ids)].filter((id) => !there.has(id))
  if (missing.length === 0) return null
  const others = await rows<{ id: string }>(
    db,
    `select m.id from media m where m.id = any($2::uuid[]) and m.owner_id <> $1::uuid and ${visible}`,
    [actor.id, missing],
  )
  return refuse(others.length === missing.length ? 'forbidden' : 'not_found')
}
