import type { Db } from '../platform/db/connect.ts'
import { row, rows } from '../platform/db/read.ts'
import type { Viewer } from '../platform/http/actor.ts'
import { seesPerson, seesShow } from './rule.ts'

declare const seen: unique symbol
/** A show's id that this viewer has been found to see; only the gate makes one. */
export type SeenShowId = string & { readonly [seen]: 'show' }
/** A person's id that exists for this viewer. */
export type SeenPersonId = string & { readonly [seen]: 'person' }

/** The show as this viewer sees it, or null: to her it does not exist. */
export async function seeShow(db: Db, viewer: Viewer, id: string): Promise<SeenShowId | null> {
  const found = await row<{ id: SeenShowId }>(
    db,
    `select s.id from shows s where s.id = $2 and ${seesShow('s')}`,
    [viewer, id],
  )
  return found?.id ?? null
}

const seers = `select viewer.id from unnest($1::uuid[]) as viewer (id)
  join shows s on s.id = $2::uuid where ${seesShow('s').replaceAll('$1::uuid', 'viewer.id')}`

/** Those of `people` who see the show: the same rule, for many viewers at once. */
export async function seersOfShow(db: Db, people: readonly string[], id: string): Promise<string[]> {
  return (await rows<{ id: string }>(db, seers, [people, id])).map((seer) => seer.id)
}

/** The person as this viewer sees her, or null. */
export async function seePerson(db: Db, viewer: Viewer, id: string): Promise<SeenPersonId | null> {
  const found = await row<{ id: SeenPersonId }>(
    db,
    `select u.id from users u where u.id = $2 and ${seesPerson('u.id')}`,
    [viewer, id],
  )
  return found?.id ?? null
}
