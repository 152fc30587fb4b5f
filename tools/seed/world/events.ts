import type { Random } from '../random.ts'
import { type Artist, artists, type Lamps } from './artists.ts'
import { dayAfter, eveningIn } from './dates.ts'
import { type Person, people } from './people.ts'
import { type Venue, venues } from './places.ts'

/** Who puts the events on; she goes out, too, but keeps no diary here. */
export const organizer: Person = {
  username: 'loft',
  display_name: 'Loft Concerts',
  home: 'Utrecht',
  taste: [],
  bio: 'Puts on shows in rooms that were something else before.',
  phone: { make: 'Larch', model: 'Larch 9' },
}

export type Answer = { username: string; status: 'going' | 'maybe' }

/** An event to come; its title is like no other's. `artists` may be none. */
export type Gig = {
  title: string
  description: string
  artists: string[]
  category: string
  venue: Venue
  date: string
  time: string
  capacity: number | null
  visibility: 'public' | 'friends' | 'private'
  lamps: Lamps
  poster: boolean
  answers: Answer[]
  /** What is said in its room, in turn. */
  room: string[]
}

/** So many events: half of them around the home of the made-up world, half elsewhere. */
export const EVENTS = 30
const HOME = 'NL'
/** One is for friends alone, one not out yet. */
const KEPT: Record<number, Gig['visibility']> = { 7: 'friends', 13: 'private' }

const LONE = [
  ['The Attic Quiz', 'quiz', 'Six rounds, one of them in the dark. Teams of four.'],
  ['Sleeves & Grooves', 'record fair', 'Forty crates, no bargains hidden, coffee by the door.'],
  ['Open Stage, Lights Low', 'open stage', 'Two songs each. Sign up at the bar.'],
  ['Quiet Disco', 'club night', 'Three channels, one floor. Bring ears, we bring headphones.'],
] as const

const WORDS = [
  'Two sets with a break long enough for one drink.',
  'Seats along the walls, standing room in the middle, earplugs at the bar.',
  'Doors on time, home on the last train.',
  'An early show. The neighbours sleep, we do not.',
  'The first night of their tour, and it shows in the best way.',
]

const TALK = [
  'Who is coming by bike from the station?',
  'Me, half past seven by the north exit.',
  'Is there a cloakroom?',
  'Yes, and it is free before eight.',
  'Left of the desk, as always.',
  'See you there.',
]

/** Events from the next evening of their venues on, some of them full. The same day gives the same ones. */
export function planEvents(random: Random, now: Date): Gig[] {
  const near = venues.filter(({ city, room }) => city.country === HOME && room !== 'park')
  const far = venues.filter(({ city, room }) => city.country !== HOME && room !== 'park')
  const bills = random.shuffled(artists)
  return Array.from({ length: EVENTS }, (_, i) => {
    const chance = random.fork(`event ${i}`)
    const venue = chance.pick(i % 2 === 0 ? near : far)
    const lone = LONE[(i - 5) / 6]
    const artist = bills[i % bills.length]!
    const support = bills[(i + EVENTS) % bills.length]!
    const bill = lone ? [] : [artist, ...(chance.chance(0.5) && support !== artist ? [support] : [])]
    const visibility = KEPT[i] ?? 'public'
    return {
      ...(lone ? { title: lone[0], category: lone[1], description: lone[2] } : nameOf(chance, artist)),
      artists: bill.map(({ name }) => name),
      venue,
      date: dayAfter(eveningIn(venue.city.zone, now), Math.floor(i / 2) + (i < 4 ? 0 : chance.whole(0, 12))),
      time: chance.pick(['19:30', '20:00', '20:30', '21:00', '22:30']),
      capacity: chance.pick([null, 4, 6, 60, 150, 400]),
      visibility,
      lamps: artist.lamps,
      poster: chance.chance(0.4),
      answers: visibility === 'public' ? answersOf(chance) : [],
      room: i === 0 ? TALK : [],
    }
  })
}

function nameOf(random: Random, { name, genre }: Artist) {
  const title = random.pick([name, `${name} at close range`, `An evening with ${name}`, `${name}, twice`])
  const category = genre === 'electronic' ? 'club night' : 'concert'
  return { title, category, description: random.pick(WORDS) }
}

function answersOf(random: Random): Answer[] {
  const asked = random.shuffled(people).slice(0, random.whole(2, people.length))
  return asked.map(({ username }) => ({ username, status: random.chance(0.8) ? 'going' : 'maybe' }))
}

/** Who is friends with whom, and who follows whom. */
export const friendships: readonly (readonly [string, string])[] = [
  ['noor', 'bram'],
  ['noor', 'lotte'],
  ['noor', 'ines'],
  ['noor', 'jonas'],
  ['bram', 'lotte'],
  ['jonas', 'sami'],
  ['ines', 'tomas'],
  ['eilidh', 'callum'],
  ['yuki', 'amara'],
]
/** Asked, and not answered yet. */
export const asked: readonly (readonly [string, string])[] = [
  ['freya', 'noor'],
  ['noor', 'yuki'],
]
export const follows: readonly (readonly [string, string])[] = [
  ['noor', 'loft'],
  ['bram', 'loft'],
  ['noor', 'amara'],
  ['callum', 'noor'],
]
