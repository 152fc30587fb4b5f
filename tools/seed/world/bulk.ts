import type { ShowCreate } from '@sharemyshows/contract/shows'
import type { Random } from '../random.ts'
import { dayAfter, monthOf } from './dates.ts'
import { cities } from './places.ts'
import { notes } from './words.ts'

const firsts =
  'Amber Brass Cobalt Distant Eastern Faded Gentle Hollow Idle Jagged Kindred Lunar Marble Nimble Opal Patient Quarry Rapid Silver Timber Umber Vacant Wandering Yonder Zinc'.split(
    ' ',
  )
const lasts =
  'Almanac Beacons Cartographers Dialects Embers Foxgloves Gables Hymnals Islands Jackdaws Kilns Lighthouses Magpies Nocturnes Outposts Pylons Quilts Ravens Satellites Thistles Undertows Voyagers Windmills Yards Zephyrs'.split(
    ' ',
  )
const rooms = [
  'Cellar',
  'Ballroom',
  'Depot',
  'Theatre',
  'Yard',
  'Chapel',
  'Loft',
  'Arcade',
  'Boathouse',
  'Exchange',
  'Pavilion',
  'Workshop',
  'Gallery',
  'Assembly',
  'Attic',
  'Granary',
  'Station',
  'Mill',
  'Annex',
  'Hall',
]

const YEARS = 12

/** `count` different shows for benchmarks: 625 artists and 280 venues over twelve years and half a year to come. */
export function planBulk(random: Random, count: number, now: Date): ShowCreate[] {
  const month = monthOf(now)
  const seen = new Set<string>()
  const shows: ShowCreate[] = []
  while (shows.length < count) {
    const show = bulkShow(random, month)
    const key = `${show.artist_name}|${show.venue_name}|${show.venue_city}|${show.show_date}`
    if (seen.has(key)) continue
    seen.add(key)
    shows.push(show)
  }
  return shows
}

function bulkShow(random: Random, month: string): ShowCreate {
  const city = random.pick(cities)
  const room = random.whole(0, rooms.length - 1)
  const name = () => `${random.pick(firsts)} ${random.pick(lasts)}`
  const artist = name()
  const support = random.chance(0.25) ? [name()].filter((one) => one !== artist) : []
  return {
    artist_name: artist,
    venue_name: `The ${city.name} ${rooms[room]}`,
    venue_city: city.name,
    venue_country: city.country,
    // a grid of 1.1 km, so that no two rooms are the same place
    venue_latitude: Math.round((city.latitude + (Math.floor(room / 5) - 2) * 0.01) * 1e4) / 1e4,
    venue_longitude: Math.round((city.longitude + ((room % 5) - 2) * 0.02) * 1e4) / 1e4,
    show_date: dayAfter(month, random.whole(-YEARS * 365, 180)),
    show_time: random.pick(['19:30', '20:00', '20:30', '21:00']),
    ...(support.length > 0 ? { support } : {}),
    ...(random.chance(0.3) ? { notes: random.pick(notes) } : {}),
  }
}
