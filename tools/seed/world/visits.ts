import type { Random } from '../random.ts'
import type { Artist } from './artists.ts'
import { type Person, people } from './people.ts'
import type { Shot } from './photos.ts'
import { cities, type Venue } from './places.ts'
import { notes, plans } from './words.ts'

/** Somebody's part of a night; without an audience it is her default. */
export type Visit = {
  person: Person
  notes: string | null
  rating: number | null
  audience: 'private' | 'friends' | 'attendees' | undefined
  shots: Shot[]
}

type Occasion = { artist: Artist; venue: Venue; isPast: boolean; tonight: boolean }

/** Says who goes to a night and what they keep of it; the first logs it, the photos are shared out. */
export type Company = (random: Random, occasion: Occasion, shots: readonly Shot[]) => Visit[]

const audiences = [
  ...Array<undefined>(7).fill(undefined),
  'friends',
  'friends',
  'attendees',
  'private',
] as const

export function createCompany(words: Random): Company {
  const remember = inTurn(words.fork('notes'), notes)
  const expect = inTurn(words.fork('plans'), plans)
  return (random, { artist, venue, isPast, tonight }, shots) => {
    const company = likely(random, artist, venue, isPast).slice(0, random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4]))
    if (tonight) company[0] = people[0]!
    return [...new Set(company)].map((person, i, all) => ({
      person,
      notes: random.chance(isPast ? 0.6 : 0.35) ? (isPast ? remember : expect)(person) : null,
      rating: isPast && random.chance(0.7) ? random.pick([3, 4, 4, 4, 5, 5]) : null,
      audience: tonight ? undefined : random.pick(audiences),
      shots: shots.filter((_, index) => index % all.length === i),
    }))
  }
}

/** Everybody has an order of her own, so that nobody repeats herself soon. */
function inTurn(random: Random, texts: readonly string[]): (person: Person) => string {
  const used = new Map<Person, number>()
  return (person) => {
    const turn = used.get(person) ?? 0
    used.set(person, turn + 1)
    return random.fork(person.username).shuffled(texts)[turn % texts.length]!
  }
}

const countryOf = (city: string) => cities.find(({ name }) => name === city)?.country

/** Everybody, those first who would go: it is near, or it is her music. Noor goes to everything. */
function likely(random: Random, { genre }: Artist, { city }: Venue, isPast: boolean): Person[] {
  const weight = ({ username, home, taste }: Person) => {
    const near = home === city.name ? 8 : countryOf(home) === city.country ? 4 : 1
    return near * (taste.includes(genre) ? 3 : 1) * (username === 'noor' ? (isPast ? 3 : 5) : 1)
  }
  return people
    .map((person) => ({ person, rank: random.between(0, 1) ** (1 / weight(person)) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ person }) => person)
}
