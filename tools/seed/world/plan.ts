import type { Random } from '../random.ts'
import { type Artist, artists } from './artists.ts'
import { dayAfter, monthOf, weekdayOf } from './dates.ts'
import { shotsOf } from './photos.ts'
import { type Venue, venues } from './places.ts'
import { type Song, setlistOf } from './setlists.ts'
import { type Remark, talkOf } from './talk.ts'
import { type Company, createCompany, type Visit } from './visits.ts'
import { titles } from './words.ts'

/** A night to come or gone. `time` is null where nobody remembers it; `visits` begins with who logs it first. */
export type Night = {
  artist: Artist
  support: string[]
  venue: Venue
  date: string
  time: string | null
  title: string | null
  tonight: boolean
  visits: Visit[]
  songs: Song[]
  talk: Remark[]
}

export type PlanOptions = { shows: number; photos: number; now: Date }

const YEARS = 12
const UPCOMING_EVERY = 8
/** Days since which people take more photos than they used to. */
const RECENT = 1100

/**
 * A world of `shows` nights over the last twelve years and the months to come, with at most `photos` photos each.
 * More shows are the same ones and others besides.
 */
export function planWorld(random: Random, { shows, photos, now }: PlanOptions): Night[] {
  const month = monthOf(now)
  const company = createCompany(random.fork('company'))
  const seen = new Set<string>()
  const nights: Night[] = []
  for (let i = 0; nights.length < shows; i++) {
    const chance = random.fork(`night ${i}`)
    const tonight = nights.length === 0
    const venue = chance.pick(tonight ? venues.filter(({ city }) => city.name === 'Utrecht') : venues)
    const isPast = nights.length % UPCOMING_EVERY !== 0
    const date = tonight ? now.toISOString().slice(0, 10) : dateOf(chance, venue, month, isPast)
    const artist = artistFor(chance, venue)
    const key = `${venue.name}|${date}|${artist.name}`
    if (seen.has(key)) continue
    seen.add(key)
    nights.push(nightOf(chance, company, { artist, venue, date, tonight, isPast, photos, month }))
  }
  return nights.sort((a, b) => a.date.localeCompare(b.date))
}

/** More nights lately than long ago, more on Fridays than on Mondays, parks in summer. */
function dateOf(random: Random, venue: Venue, month: string, isPast: boolean): string {
  const days = isPast ? -Math.ceil(YEARS * 365 * random.between(0, 1) ** 1.6) : random.whole(35, 200)
  const date = dayAfter(month, days)
  if (venue.room === 'park') {
    const summer = `${date.slice(0, 4)}-0${random.whole(6, 8)}-${random.whole(10, 28)}`
    const fits = isPast ? summer < month : summer > dayAfter(month, 31)
    return fits ? summer : `${Number(date.slice(0, 4)) + (isPast ? -1 : 1)}${summer.slice(4)}`
  }
  const quiet = weekdayOf(date) <= 2 && random.chance(0.6)
  return quiet ? dayAfter(date, isPast ? -3 : 3) : date
}

/** Some play everywhere, most play at home. */
function artistFor(random: Random, venue: Venue): Artist {
  const local: Record<string, string> = { NL: 'dutch', BE: 'dutch', PT: 'fado' }
  const home = local[venue.city.country]
  const fitting = artists.filter(({ genre }) =>
    home === genre ? true : genre !== 'dutch' && genre !== 'fado',
  )
  return random.chance(0.3) && home !== undefined
    ? random.pick(artists.filter(({ genre }) => genre === home))
    : random.pick(fitting)
}

type Facts = Pick<Night, 'artist' | 'venue' | 'date' | 'tonight'> & {
  isPast: boolean
  photos: number
  month: string
}

function nightOf(random: Random, company: Company, facts: Facts): Night {
  const { artist, venue, date, tonight, isPast, photos, month } = facts
  const isRecent = date > dayAfter(month, -RECENT)
  const time =
    tonight || random.chance(0.85) ? random.pick(['19:30', '20:00', '20:00', '20:30', '21:00']) : null
  const others = artists.filter((one) => one.genre === artist.genre && one !== artist)
  const support = random.shuffled(others).slice(0, random.pick([0, 0, 1, 1, 1, 2, 2]))
  const photographed = random.chance(isRecent ? 0.75 : 0.35) && isPast && photos > 0
  const shots = photographed ? shotsOf(random.fork('photos'), artist, venue, photos) : []
  const title = random.chance(0.08) ? random.pick(titles) : null
  const visits = company(random, facts, shots)
  return {
    artist,
    support: support.map(({ name }) => name),
    venue,
    date,
    time,
    title,
    tonight,
    visits,
    songs: isPast && random.chance(0.78) ? setlistOf(random.fork('songs'), artist) : [],
    talk: talkOf(random.fork('talk'), visits, isPast),
  }
}
