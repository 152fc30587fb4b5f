import { z } from 'zod'
import type { Page } from '../answer.ts'
import type { SetlistfmArtist, SetlistfmSetlist, SetlistfmSong } from '../ports.ts'
import { country, linkTo, listOf, Mbid, maybeWords, pointOf, words } from '../text.ts'

const link = linkTo('www.setlist.fm', 'setlist.fm')
const MOST_ITEMS = 100
const MOST_SETS = 50
const MOST_SONGS = 300

const SomeArtist = z.object({
  mbid: Mbid.nullish().catch(null),
  name: words(200),
  sortName: maybeWords(200),
  disambiguation: maybeWords(300),
  url: link,
})
const Artist = SomeArtist.transform(
  ({ mbid, name, sortName, ...more }): SetlistfmArtist => ({
    mbid: mbid ?? null,
    name,
    sortName: sortName ?? name,
    ...more,
  }),
)
/** Of whom only the name is of interest. */
const Named = z
  .object({ name: maybeWords(200) })
  .nullish()
  .catch(null)
  .transform((named) => named?.name ?? null)

const Song = z.object({
  name: words(200),
  info: maybeWords(500),
  tape: z.boolean().nullish().catch(null),
  with: Named,
  cover: Named,
})
const SetOfSongs = z.object({
  encore: z.number().int().min(1).max(MOST_SETS).nullish().catch(null),
  song: listOf(Song, MOST_SONGS)
    // songs whose names nobody knew
    .catch([]),
})

/** The songs of all sets in order, numbered as they come: sets among the main part, and among the encores. */
function songsOf(sets: z.output<typeof SetOfSongs>[]): SetlistfmSong[] {
  const counted = { main: 0, encores: 0 }
  return sets
    .flatMap(({ encore, song }) => {
      const set = ++counted[encore == null ? 'main' : 'encores']
      return song.map(({ name, info, tape, with: guest, cover }) => ({
        ...{ name, info, set, guest, encore: encore ?? 0 },
        ...{ coverOf: cover, tape: tape ?? false },
      }))
    })
    .slice(0, MOST_SONGS)
}

/** `dd-MM-yyyy`, of a day that there was. */
const Day = z
  .string()
  .regex(/^\d{2}-\d{2}-\d{4}$/)
  .transform((text) => text.split('-').reverse().join('-'))
  .pipe(z.iso.date())

/** `2024-12-01T09:00:00.000+0000` */
const Moment = z
  .string()
  .transform((text) => text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text) => new Date(text).toISOString())
  .nullish()
  .catch(null)

const City = z.object({
  id: z.coerce.number().int().positive().nullish().catch(null),
  name: maybeWords(100),
  state: maybeWords(100),
  country: z.object({ code: country }).nullish().catch(null),
  coords: z.object({ lat: z.unknown(), long: z.unknown() }).nullish().catch(null),
})
const Id = z.string().regex(/^[\w-]{1,60}$/)

const Setlist = z
  .object({
    id: Id,
    versionId: Id.nullish().catch(null),
    eventDate: Day,
    lastUpdated: Moment,
    artist: Artist,
    venue: z.object({ id: Id.catch(''), name: words(200), city: City.nullish().catch(null), url: link }),
    tour: Named,
    info: maybeWords(2000),
    sets: z.object({ set: z.array(SetOfSongs).max(MOST_SETS) }).nullish(),
    url: link,
  })
  .transform((said): SetlistfmSetlist => {
    const { id, eventDate, artist, venue, tour, info, url } = said
    const { city } = venue
    return {
      ...{ id, artist, tour, info, url },
      versionId: said.versionId ?? null,
      date: eventDate,
      venue: {
        id: venue.id,
        name: venue.name,
        url: venue.url,
        city: {
          geonameId: city?.id ?? null,
          name: city?.name ?? null,
          state: city?.state ?? null,
          country: city?.country?.code ?? null,
          point: pointOf(city?.coords?.lat, city?.coords?.long),
        },
      },
      songs: songsOf(said.sets?.set ?? []),
      updatedAt: said.lastUpdated ?? null,
    }
  })

const count = z.number().int().min(0)
const envelope = { page: count, itemsPerPage: count, total: count }

function pageOf<T>(
  items: T[],
  { page, itemsPerPage, total }: Record<keyof typeof envelope, number>,
): Page<T> | null {
  return items.length === 0 ? null : { items, next: page * itemsPerPage < total ? page + 1 : null }
}

export const ArtistsAnswer = z
  .object({ ...envelope, artist: listOf(Artist, MOST_ITEMS) })
  .transform(({ artist, ...paging }) => pageOf(artist, paging))
export const SetlistsAnswer = z
  .object({ ...envelope, setlist: listOf(Setlist, MOST_ITEMS) })
  .transform(({ setlist, ...paging }) => pageOf(setlist, paging))
export const SetlistAnswer = Setlist
