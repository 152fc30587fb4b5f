import type { ShowChange, ShowCreate } from '@sharemyshows/contract/shows'
import type { ChosenAudience } from '@/lib/audience'
import { sayCountry } from '@/lib/places'
import type { Show } from './model'

/** What the form holds: texts as typed, empty where nothing is said. */
export type ShowFormValues = {
  artist_name: string
  support: string[]
  venue_name: string
  venue_address: string
  venue_city: string
  venue_state: string
  venue_country: string
  /** Where a picked venue lies, and which place elsewhere it is; nobody types these. */
  venue_latitude: number | null
  venue_longitude: number | null
  venue_place_id: string | null
  show_date: string
  show_time: string
  notes: string
  /** 0 is no rating. */
  rating: number
  audience: ChosenAudience
}

const UNPICKED = { venue_latitude: null, venue_longitude: null, venue_place_id: null }

const codes = new Map<string, string>()

/** A country as the form shows it; its code is remembered, so that the server gets back what it gave. */
export function countryText(country: string | null): string {
  const name = country ? sayCountry(country) : ''
  if (country) codes.set(name, country)
  return name
}

/** An empty form; who may see it begins with the person's own default. */
export const emptyValues = (audience: ChosenAudience): ShowFormValues => ({
  artist_name: '',
  support: [],
  venue_name: '',
  venue_address: '',
  venue_city: '',
  venue_state: '',
  venue_country: '',
  ...UNPICKED,
  show_date: '',
  show_time: '',
  notes: '',
  rating: 0,
  audience,
})

/** The form of a show that is in my diary. */
export function valuesOf(show: Show): ShowFormValues {
  const mine = show.my_attendance
  return {
    artist_name: show.artist_name,
    support: show.lineup.slice(1).map(({ artist }) => artist.name),
    venue_name: show.venue_name,
    venue_address: show.venue_address ?? '',
    venue_city: show.venue_city ?? '',
    venue_state: show.venue_state ?? '',
    venue_country: countryText(show.venue_country),
    ...UNPICKED,
    show_date: show.show_date,
    show_time: show.show_time ?? '',
    notes: mine?.notes ?? '',
    rating: mine?.rating ?? 0,
    audience: chosenAudience(mine?.audience),
  }
}

/** What is sent to put a show into my diary: only what was said. */
export function creationOf(values: ShowFormValues): ShowCreate {
  const { artist_name, venue_name, show_date, audience, ...rest } = wireOf(values)
  const said = Object.entries(rest).filter(([, value]) => value !== null && String(value) !== '')
  return { artist_name, venue_name, show_date, audience, ...Object.fromEntries(said) }
}

/** What is sent to change a show: only the fields that were touched. */
export function changeOf(
  values: ShowFormValues,
  touched: Partial<Record<keyof ShowFormValues, unknown>>,
): ShowChange {
  return Object.fromEntries(Object.entries(wireOf(values)).filter(([name]) => name in touched))
}

/** The facts of a show as somebody would write it down who was there as well. */
export function factsOf(show: Show): ShowCreate {
  const { artist_name, venue_name, venue_city, venue_state, venue_country, show_date, show_time } = show
  const { venue_address, venue_latitude, venue_longitude } = show
  return {
    ...{ artist_name, venue_name, venue_city, venue_state, venue_country, show_date, show_time },
    ...{ venue_address, venue_latitude, venue_longitude },
  }
}

// An emptied field is taken back, not kept as an empty text.
function wireOf(values: ShowFormValues) {
  const text = (typed: string) => typed.trim() || null
  return {
    artist_name: values.artist_name.trim(),
    support: values.support,
    venue_name: values.venue_name.trim(),
    venue_address: text(values.venue_address),
    venue_city: text(values.venue_city),
    venue_state: text(values.venue_state),
    venue_country: codes.get(values.venue_country) ?? text(values.venue_country),
    venue_latitude: values.venue_latitude,
    venue_longitude: values.venue_longitude,
    venue_place_id: values.venue_place_id,
    show_date: values.show_date,
    show_time: text(values.show_time),
    notes: text(values.notes),
    rating: values.rating || null,
    audience: values.audience,
  }
}

/** An audience the form can show; what cannot be chosen is shown as the narrowest, and sent only when touched. */
export const chosenAudience = (audience: string | undefined): ChosenAudience =>
  audience === 'friends' || audience === 'attendees' || audience === 'public' ? audience : 'private'
