import type { Db } from '../platform/db/connect.ts'
import { row, rows } from '../platform/db/read.ts'
import type { Viewer } from '../platform/http/actor.ts'
import { opensEvent, seesProfile, seesShow } from './rule.ts'

declare const seen: unique symbol
/** A show's id that this viewer has been found to see; only the gate makes one. */
export type SeenShowId = string & { readonly [seen]: 'show' }
/** The id of a person whose profile is open to this viewer. */
export type SeenProfileId = string & { readonly [seen]: 'profile' }

/** The show as this viewer sees it, or null: to her it does not exist. */
export async function seeShow(db: Db, viewer: Viewer, id: string): Promise<SeenShowId | null> {
  const found = await row<{ id: SeenShowId }>(
    db,
    `select s.id from shows s where s.id = $2 and ${seesShow('s')}`,
    [viewer, id],
  )
  return found?.id ?? null
}

/** The same for an event that this viewer may open; null for a show without an organiser. */
export async function seeEvent(db: Db, viewer: Viewer, id: string): Promise<SeenShowId | null> {
  const found = await row<{ id: SeenShowId }>(
    db,
    `select s.id from shows s where s.id = $2 and ${opensEvent('s')}`,
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

/** The person whose profile is open to this viewer, or null: what gathers her things is part of it. */
export async function seeProfile(db: Db, viewer: Viewer, id: string): Promise<SeenProfileId | null> {
  const found = await row<{ id: SeenProfileId }>(
    db,
    `select u.id from users u where u.id = $2 and ${seesProfile('u')}`,
    [viewer, id],
  )
  return found?.id ?? null
}
