import * as chat from '@sharemyshows/contract/chat'
import { changePoster } from '@sharemyshows/contract/event-posters'
import * as events from '@sharemyshows/contract/events'
import * as friends from '@sharemyshows/contract/friends'
import * as organizers from '@sharemyshows/contract/organizers'
import * as rsvps from '@sharemyshows/contract/rsvps'
import { ApiError } from './api.ts'
import type { Members } from './fill.ts'
import { paletteOf } from './paint/frame.ts'
import { paint } from './paint/paint.ts'
import type { Kind } from './paint/shots.ts'
import type { Member } from './people.ts'
import { createRandom } from './random.ts'
import { offsetOf } from './world/dates.ts'
import { asked, follows, friendships, type Gig } from './world/events.ts'

const POSTER = { width: 480, height: 640 }

/** Befriends the people of the made-up world, as far as they are not yet. */
export async function befriend(members: Members): Promise<void> {
  const ask = async ([from, to]: readonly [string, string]) => {
    const request = { body: { username: to } }
    return members.get(from)!.api(friends.requestFriendship, request).catch(unless('already_friends'))
  }
  for (const pair of friendships) {
    await ask(pair)
    // asked both ways is a friendship
    await ask([pair[1], pair[0]])
  }
  for (const pair of asked) await ask(pair)
  for (const [from, to] of follows) {
    await members.get(from)!.api(friends.follow, { params: { id: members.get(to)!.id } })
  }
}

/** Makes somebody an organiser, where people choose that themselves; elsewhere whoever runs the server has to. */
export async function becomeOrganizer({ api }: Member): Promise<boolean> {
  const request = await api(organizers.askToOrganize, { body: {} }).catch(
    unless('already_organizer', 'request_pending'),
  )
  return request === undefined || request.state === 'granted'
}

/** Titles of what somebody looks after already. */
export async function plannedBy({ api }: Member): Promise<Set<string>> {
  const { items } = await api(events.listOrganizedEvents, { query: { limit: '100' } })
  return new Set(items.map(({ title }) => title))
}

/** Publishes an event; people answer it, in their order, and talk in its room. */
export async function putOn(members: Members, { api }: Member, gig: Gig, posters: boolean): Promise<void> {
  const { title, description, category, venue, capacity, visibility, artists } = gig
  const { id } = await api(events.createEvent, {
    body: {
      ...{ title, description, category, capacity, visibility, artists },
      date: `${gig.date}T${gig.time}:00${offsetOf(venue.city.zone, gig.date)}`,
      venue_name: venue.name,
      venue_city: venue.city.name,
      venue_country: venue.city.country,
      location_address: `${venue.address}, ${venue.city.name}`,
      location: { type: 'Point', coordinates: [venue.longitude, venue.latitude] },
    },
  })
  const params = { id }
  if (posters && gig.poster) await api(changePoster, { params, form: await posterOf(gig) })
  for (const { username, status } of gig.answers) {
    await members.get(username)!.api(rsvps.answerInvitation, { params, body: { status } })
  }
  const speakers = gig.answers.filter(({ status }) => status === 'going')
  for (const [i, text] of gig.room.entries()) {
    const speaker = members.get(speakers[i % Math.max(1, speakers.length)]?.username ?? '')
    await speaker?.api(chat.sendRoomMessage, { params, body: { text, client_id: `seed-${i}` } })
  }
}

async function posterOf({ title, lamps }: Gig): Promise<FormData> {
  const random = createRandom(`the poster of ${title}`)
  const kind = random.pick<Kind>(['wide', 'hands', 'microphone'])
  const image = await paint(kind, random.fork('picture'), POSTER, paletteOf(...lamps))
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(await image.jpeg({ quality: 84 }).toBuffer())]), 'poster.jpg')
  return form
}

/** Takes these "no"s for an answer: it is so already. */
const unless =
  (...codes: string[]) =>
  (error: unknown): undefined => {
    if (!(error instanceof ApiError) || !codes.includes(error.code)) throw error
  }
