import { z } from 'zod'
import type { MapPlace, MusicbrainzArtist, MusicbrainzEvent } from '../ports.ts'
import { country, listOf, Mbid, maybeWords, pointOf, words } from '../text.ts'

const MOST_ITEMS = 100

export const Artist = z
  .object({
    id: Mbid,
    name: words(200),
    'sort-name': maybeWords(200),
    disambiguation: maybeWords(300),
    country,
    score: z.coerce.number().min(0).max(100).catch(100),
  })
  .transform(
    ({ id, name, 'sort-name': sortName, score, ...more }): MusicbrainzArtist => ({
      mbid: id,
      name,
      sortName: sortName ?? name,
      score: Math.round(score),
      ...more,
    }),
  )

const someOf = <T>(items: T[]): T[] | null => (items.length === 0 ? null : items)

export const Artists = z
  .object({ artists: listOf(Artist, MOST_ITEMS) })
  .transform(({ artists }) => someOf(artists))

const Coordinates = z.object({ latitude: z.unknown(), longitude: z.unknown() }).nullish().catch(null)
const Area = z
  .object({ name: maybeWords(100), 'iso-3166-1-codes': z.array(country).nullish().catch(null) })
  .nullish()
  .catch(null)

const SomePlace = z.object({
  id: Mbid,
  name: words(200),
  address: maybeWords(300),
  area: Area,
  coordinates: Coordinates,
})
const placeOf = ({ id, name, address, area, coordinates }: z.output<typeof SomePlace>) => {
  const code = area?.['iso-3166-1-codes']?.[0] ?? null
  return {
    mbid: id,
    name,
    address,
    // an area with a code is a country
    city: code === null ? (area?.name ?? null) : null,
    country: code,
    point: pointOf(coordinates?.latitude, coordinates?.longitude),
  }
}

export const Place = SomePlace.transform((place): MapPlace & { mbid: string } => ({
  ...placeOf(place),
  osmId: null,
  kind: 'venue',
  state: null,
}))
export const Places = z
  .object({ places: listOf(Place, MOST_ITEMS) })
  .transform(({ places }) => someOf(places))

/** `time` of an event; of what is no time nothing is known. */
const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullish()
  .catch(null)
/** Years and months alone are no day. */
const Day = z.iso.date().nullish().catch(null)

const Relation = z.object({
  type: z.string().catch(''),
  artist: z
    .object({ id: Mbid, name: words(200) })
    .nullish()
    .catch(null),
  place: SomePlace.nullish().catch(null),
})
/** In billing order; who does anything else comes in between. */
const BILLING: Record<string, number> = { 'main performer': 0, 'support act': 2 }

export const Event = z
  .object({
    id: Mbid,
    name: words(300),
    time: Clock,
    cancelled: z.boolean().nullish().catch(null),
    'life-span': z.object({ begin: Day }).nullish().catch(null),
    relations: listOf(Relation, 200).nullish().catch(null),
  })
  .transform((event): MusicbrainzEvent => {
    const relations = event.relations ?? []
    const billed = relations.toSorted((a, b) => (BILLING[a.type] ?? 1) - (BILLING[b.type] ?? 1))
    const artists = new Map(billed.flatMap(({ artist }) => (artist ? [[artist.id, artist.name]] : [])))
    const held = relations.find(({ type, place }) => place && type === 'held at')?.place
    const { address: _address, ...place } = held ? placeOf(held) : { address: null, mbid: '' }
    return {
      mbid: event.id,
      name: event.name,
      date: event['life-span']?.begin ?? null,
      time: event.time ?? null,
      cancelled: event.cancelled ?? false,
      artists: [...artists].map(([mbid, name]) => ({ name, mbid })),
      place: 'name' in place ? place : null,
    }
  })

const Group = z.object({
  id: Mbid,
  title: words(300),
  'first-release-date': z.string().nullish().catch(null),
  'secondary-types': z.array(z.string()).nullish().catch(null),
})

/** An artist's albums, the first first: those made in a studio, and then others. */
export const Albums = z.object({ 'release-groups': listOf(Group, MOST_ITEMS) }).transform((said) =>
  someOf(
    said['release-groups']
      .map((group) => ({
        id: group.id,
        title: group.title,
        other: group['secondary-types']?.length ? 1 : 0,
        date: group['first-release-date'] || '9999',
      }))
      .toSorted((a, b) => a.other - b.other || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  ),
)
