import * as attendance from '@sharemyshows/contract/attendance'
import * as comments from '@sharemyshows/contract/comments'
import * as media from '@sharemyshows/contract/photos'
import * as setlist from '@sharemyshows/contract/setlist'
import * as shows from '@sharemyshows/contract/shows'
import * as wholeSetlist from '@sharemyshows/contract/whole-setlist'
import { inParallel } from './api.ts'
import type { Member } from './people.ts'
import { photograph } from './photograph.ts'
import type { Night } from './world/plan.ts'
import type { Visit } from './world/visits.ts'

export type Members = ReadonlyMap<string, Member>

const memberOf = (members: Members, { person }: Visit): Member => members.get(person.username)!

function factsOf({ artist, venue, ...night }: Night) {
  return {
    artist_name: artist.name,
    venue_name: venue.name,
    venue_address: venue.address,
    venue_city: venue.city.name,
    venue_country: venue.city.country,
    venue_latitude: venue.latitude,
    venue_longitude: venue.longitude,
    show_date: night.date,
    ...(night.time === null ? {} : { show_time: night.time }),
    ...(night.title === null ? {} : { title: night.title }),
    ...(night.support.length === 0 ? {} : { support: night.support }),
  }
}

/** Everybody who was there logs the night and meets the others on it; one writes down the songs, and they talk. */
export async function logNight(members: Members, night: Night): Promise<string> {
  let id = ''
  for (const visit of night.visits) {
    const { api } = memberOf(members, visit)
    const { notes, rating, audience } = visit
    const body = { ...factsOf(night), notes, rating, ...(audience === undefined ? {} : { audience }) }
    const show = await api(shows.createShow, { body })
    id = show.id
    if (night.tonight) await api(attendance.checkIn, { params: { id }, body: {} })
  }
  const [first] = night.visits
  if (first !== undefined) {
    await writeSongs(memberOf(members, first), id, night)
    await talk(members, memberOf(members, first), id, night)
  }
  return id
}

async function writeSongs({ api }: Member, id: string, { songs }: Night): Promise<void> {
  if (songs.length === 0) return
  const params = { id }
  const { items } = await api(setlist.readSetlist, { params })
  const missing = songs.slice(items.length)
  if (missing.length > 0) await api(wholeSetlist.addSongs, { params, body: { songs: missing } })
}

/** Says what has not been said yet, one after the other. */
async function talk(members: Members, { api }: Member, show_id: string, night: Night): Promise<void> {
  if (night.talk.length === 0) return
  const query = { limit: '100' }
  const { items } = await api(comments.listComments, { params: { show_id }, query })
  const said = new Set(items.map(({ user, content }) => `${user?.username} ${content}`))
  for (const { username, content } of night.talk) {
    if (said.has(`${username} ${content}`)) continue
    await members.get(username)!.api(comments.createComment, { body: { show_id, content } })
  }
}

/** How many photos of these nights there are to take. */
export const countShots = (nights: readonly Night[]): number =>
  nights.flatMap(({ visits }) => visits.flatMap(({ shots }) => shots)).length

/** Takes the photos of a night and sends them in; `done` hears of each. Photos that are there already stay alone. */
export async function sendPhotos(
  members: Members,
  id: string,
  night: Night,
  done: () => void,
): Promise<void> {
  for (const visit of night.visits) {
    const member = memberOf(members, visit)
    const sent = visit.shots.length === 0 ? 0 : await countMine(member, id)
    for (const [i, shot] of visit.shots.entries()) {
      if (i >= sent) await send(member, id, shot, await photograph(night, visit, shot), i)
      done()
    }
  }
}

async function countMine({ api, id: me }: Member, show_id: string): Promise<number> {
  const { items } = await api(media.listPhotosOfShow, { params: { show_id }, query: { limit: '100' } })
  return items.filter(({ owner }) => owner.id === me).length
}

async function send(
  { api }: Member,
  show_id: string,
  shot: Visit['shots'][number],
  jpeg: Buffer<ArrayBuffer>,
  index: number,
): Promise<void> {
  const form = new FormData()
  form.set('show_id', show_id)
  if (shot.caption !== null) form.set('caption', shot.caption)
  if (shot.audience !== undefined) form.set('audience', shot.audience)
  form.set('file', new Blob([jpeg], { type: 'image/jpeg' }), `IMG_${2041 + index}.jpg`)
  await api(media.uploadPhoto, { form })
}

/** Logs many shows at once, spread over a handful of people. */
export async function logMany(
  members: Members,
  planned: readonly shows.ShowCreate[],
  done: () => void,
): Promise<void> {
  const owners = [...members.values()].slice(-HANDFUL)
  await inParallel([...planned.entries()], CONNECTIONS, async ([i, body]) => {
    await owners[i % HANDFUL]!.api(shows.createShow, { body })
    done()
  })
}

const HANDFUL = 5
const CONNECTIONS = 16
