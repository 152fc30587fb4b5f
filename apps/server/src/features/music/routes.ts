import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import * as listens from '@sharemyshows/contract/listens'
import type { Mood } from '@sharemyshows/contract/moods'
import type { Track } from '@sharemyshows/contract/music'
import * as contract from '@sharemyshows/contract/music'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { readTracks } from '../../viewer/tracks-seen.ts'
import type { Moods } from '../moods/feature.ts'
import { changeListen } from './actions/change-listen.ts'
import { changeTrack, leaveOut } from './actions/change-track.ts'
import { announcementOf, noteListen, type PlayAtSpotify, startTrack } from './actions/play-track.ts'
import { listTracks, summarise } from './views/library.ts'
import { readListen, readListens } from './views/listens.ts'
import { recommend } from './views/recommendations.ts'

export type RouteDeps = {
  db: Db
  /** What music fits which mood, for a person. */
  rulesOf: Moods['rulesOf']
  playAtSpotify: PlayAtSpotify
}

export function musicRoutes(routes: Routes, { db, rulesOf, playAtSpotify }: RouteDeps): void {
  const ruleOf = async (personId: string, mood: Mood | undefined) =>
    mood === undefined ? null : (await rulesOf(personId))[mood]
  const reread = async (tx: Tx, personId: string, id: string): Promise<Track | Refusal> =>
    (await readTracks(tx, personId, [id])).get(id) ?? refuse('not_found')

  routes(contract.listMusic, async ({ actor, query }) =>
    listTracks(db, actor.id, query, await ruleOf(actor.id, query.mood)),
  )
  routes(contract.summariseMusic, async ({ actor }) => summarise(db, actor.id, await rulesOf(actor.id)))
  routes(contract.changeTrack, async ({ actor, params: { id }, body, write }) =>
    write(async (tx: Tx) => (await changeTrack(tx, actor, id, body)) ?? reread(tx, actor.id, id)),
  )
  routes(contract.leaveOutTrack, async ({ actor, params: { id }, write }) =>
    write(async (tx: Tx) => (await leaveOut(tx, actor, id, true)) ?? undefined),
  )
  routes(contract.takeInTrack, async ({ actor, params: { id }, write }) =>
    write(async (tx: Tx) => (await leaveOut(tx, actor, id, false)) ?? reread(tx, actor.id, id)),
  )
  routes(contract.recommendMusic, async ({ actor, query }) =>
    recommend(db, actor.id, query, await ruleOf(actor.id, query.mood)),
  )
  routes(listens.playMusic, async ({ actor, body, write }) => {
    // it plays elsewhere before anything is written, as nothing waits for others with a transaction open
    const track = await startTrack(db, playAtSpotify, actor, body)
    if (isRefusal(track)) return track
    return write(async (tx: Tx) => {
      const id = await noteListen(tx, actor, track.id, body.mood ?? null)
      const listen = isRefusal(id) ? id : await readListen(tx, actor.id, id)
      return isRefusal(listen) ? listen : { message: announcementOf(track), listen }
    })
  })
  routes(listens.changeListen, async ({ actor, params: { id }, body, write }) =>
    write(async (tx: Tx) => (await changeListen(tx, actor, id, body)) ?? readListen(tx, actor.id, id)),
  )
  routes(listens.listListens, async ({ actor, query }) => readListens(db, actor.id, query))
}
