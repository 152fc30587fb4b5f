import { z } from 'zod'

const text = z.string().nullish()

/** What calendars of this product say besides what all calendars can: see `ownWords` in `platform/calendar`. */
const Words = z.object({
  line_up: z.array(z.string()).max(51),
  title: text,
  venue: z.string(),
  address: text,
  city: text,
  state: text,
  country: text,
  time_zone: z.string(),
})

/** Who and where, and the clocks there; what is missing was not to be told. */
export type Own = {
  artist_name: string | undefined
  support: string[]
  title: string | null
  venue_name: string | undefined
  venue_address: string | null
  venue_city: string | null
  venue_state: string | null
  venue_country: string | null
  time_zone: string
}

/** Reads what a calendar of this product says of a show; undefined where it is none, or somebody spoilt it. */
export function readOwn(written: string | null): Own | undefined {
  if (written === null) return undefined
  const { data } = Words.safeParse(parsed(written))
  if (data === undefined) return undefined
  const [artist_name, ...support] = data.line_up
  return {
    artist_name: artist_name ?? data.title ?? undefined,
    support,
    title: data.title ?? null,
    venue_name: data.venue,
    venue_address: data.address ?? null,
    venue_city: data.city ?? null,
    venue_state: data.state ?? null,
    venue_country: data.country ?? null,
    time_zone: data.time_zone,
  }
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}
