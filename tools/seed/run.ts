import * as system from '@sharemyshows/contract/system'
import { createApi, inParallel } from './api.ts'
import { countShots, logMany, logNight, type Members, sendPhotos } from './fill.ts'
import { becomeOrganizer, befriend, plannedBy, putOn } from './gigs.ts'
import { type Member, signIn } from './people.ts'
import { portray } from './portray.ts'
import { startStep } from './progress.ts'
import { createRandom } from './random.ts'
import { recordedNights, sendRecordings } from './recordings.ts'
import { sendTracks } from './tracks.ts'
import { planBulk } from './world/bulk.ts'
import { type Gig, organizer, planEvents } from './world/events.ts'
import { people } from './world/people.ts'
import { type Night, planWorld } from './world/plan.ts'

/** `shows` in all; `photos` a show at most; `recordings` of so many shows; `tracks` of somebody's collection; the same `randomSeed` gives the same world within a month. */
export type SeedOptions = {
  origin: string
  shows: number
  photos: number
  recordings: number
  tracks: number
  randomSeed: string
  now: Date
}

/** So many shows are believable ones, with company, songs and photos; what goes beyond is made in bulk. */
export const BELIEVABLE = 90

/** Fills a running server with a made-up world, through its API. Doing it twice adds what is missing. */
export async function seed({
  origin,
  shows,
  photos,
  recordings,
  tracks,
  randomSeed,
  now,
}: SeedOptions): Promise<void> {
  await createApi(origin)(system.systemStatus)
  const random = createRandom(randomSeed)
  const nights = planWorld(random.fork('world'), { shows: Math.min(shows, BELIEVABLE), photos, now })
  const bulk = planBulk(random.fork('bulk'), shows - nights.length, now)
  const members = await signInAll(origin)
  if (photos > 0) await showFaces(members)
  const ids = await logNights(members, nights)
  await takePhotos(members, nights, ids)
  await record(members, recordedNights(nights, recordings), ids)
  await collect(members, nights, tracks)
  await putOnEvents(origin, members, planEvents(random.fork('events'), now), photos > 0)
  if (bulk.length === 0) return
  const step = startStep('Shows in bulk', bulk.length)
  await logMany(members, bulk, step.tick)
  console.log(`${Math.round(step.end())} shows a second`)
}

async function signInAll(origin: string): Promise<Members> {
  const members = new Map<string, Member>()
  const step = startStep('People', people.length)
  for (const person of people) {
    members.set(person.username, await signIn(origin, person))
    step.tick()
  }
  step.end()
  return members
}

async function putOnEvents(origin: string, members: Members, gigs: readonly Gig[], posters: boolean) {
  const loft = await signIn(origin, organizer)
  const all = new Map([...members, [organizer.username, loft]])
  await befriend(all)
  if (!(await becomeOrganizer(loft))) {
    return console.log(`No events: make ${organizer.username} an organiser, then seed again.`)
  }
  const planned = await plannedBy(loft)
  const missing = gigs.filter(({ title }) => !planned.has(title))
  if (missing.length === 0) return
  const step = startStep('Events', missing.length)
  await inParallel(missing, 2, async (gig) => {
    await putOn(all, loft, gig, posters)
    step.tick()
  })
  step.end()
}

async function showFaces(members: Members): Promise<void> {
  const step = startStep('Faces', members.size)
  await inParallel([...members], 2, async ([username, member]) => {
    await portray(username, member)
    step.tick()
  })
  step.end()
}

async function logNights(members: Members, nights: readonly Night[]): Promise<Map<Night, string>> {
  const ids = new Map<Night, string>()
  const step = startStep('Shows', nights.length)
  await inParallel(nights, 4, async (night) => {
    ids.set(night, await logNight(members, night))
    step.tick()
  })
  step.end()
  return ids
}

async function takePhotos(
  members: Members,
  nights: readonly Night[],
  ids: Map<Night, string>,
): Promise<void> {
  const total = countShots(nights)
  if (total === 0) return
  const step = startStep('Photos', total)
  await inParallel(nights, 2, (night) => sendPhotos(members, ids.get(night) ?? '', night, step.tick))
  step.end()
}

async function record(members: Members, nights: readonly Night[], ids: Map<Night, string>): Promise<void> {
  if (nights.length === 0) return
  const step = startStep('Nights recorded', nights.length)
  await sendRecordings(members, ids, nights, step.tick)
  step.end()
}

/** So that there is music for every mood. */
async function collect(members: Members, nights: readonly Night[], tracks: number): Promise<void> {
  const [collector] = people
  const member = collector && members.get(collector.username)
  if (tracks === 0 || collector === undefined || member === undefined) return
  const step = startStep('Tracks', tracks)
  await sendTracks(collector.username, member, nights, tracks, step.tick)
  step.end()
}
