import type { CalendarFeed } from '@sharemyshows/contract/calendars'
import type { Tx } from '../../platform/db/connect.ts'
import type { Actor } from '../../platform/http/actor.ts'
import * as store from './store.ts'

/** Where this server is found, and what makes addresses that nobody guesses and knows them again. */
export type FeedDeps = { home: string; tokens: { mint: () => string; hash: (token: string) => Buffer } }

/** Gives a person the address of her calendar, and takes a former one out of use. Only here is it ever told. */
export async function makeFeed(
  tx: Tx,
  { home, tokens }: FeedDeps,
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
