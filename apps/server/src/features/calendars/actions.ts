import type { CalendarFeed } from '@sharemyshows/contract/calendars'
import type { Tx } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import type { CalendarsOptions } from './feature.ts'
import * as store from './store.ts'

/** Gives a person the address of her calendar, and takes a former one out of use. Only here is it ever told. */
export async function makeFeed(
  tx: Tx,
  { home, tokens }: Pick<CalendarsOptions, 'home' | 'tokens'>,
  actor: Actor,
): Promise<CalendarFeed & { url: string }> {
  const token = tokens.mint()
  const kept = await store.upsertFeed(tx, actor.id, tokens.hash(token))
  return { active: true, ...kept, url: `${home}/api/v1/calendar/${token}.ics` }
}

/** Takes the address of a person's calendar out of use. */
export async function revokeFeed(tx: Tx, actor: Actor): Promise<undefined> {
  await store.deleteFeed(tx, actor.id)
}
