import { insertActivity } from './store.ts'

export type Feed = ReturnType<typeof createFeed>
export type { Deed } from './store.ts'

/** The feed: what people do that those who follow them like to hear of. */
export function createFeed() {
  return { note: insertActivity }
}
