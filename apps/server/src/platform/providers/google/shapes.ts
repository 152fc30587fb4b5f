import { z } from 'zod'
import type { GooglePlace, GooglePlaceDetails } from '../ports.ts'
import { country, listOf, maybeWords, pointOf, words } from '../text.ts'

const MOST_ITEMS = 20
const Id = z.string().regex(/^[\w-]{1,300}$/)
const Words = z
  .object({ text: maybeWords(300) })
  .nullish()
  .catch(null)

const Prediction = z
  .object({
    placePrediction: z.object({
      placeId: Id,
      text: Words,
      structuredFormat: z.object({ mainText: Words, secondaryText: Words }).nullish().catch(null),
    }),
  })
  .transform(({ placePrediction: { placeId, text, structuredFormat } }) => ({
    placeId,
    name: structuredFormat?.mainText?.text ?? text?.text ?? '',
    description: structuredFormat?.secondaryText?.text ?? null,
  }))
  .refine(({ name }) => name !== '')

/** Nothing found is an answer without any field. */
export const Predictions = z
  .object({ suggestions: listOf(Prediction, MOST_ITEMS).default([]) })
  .transform(({ suggestions }): GooglePlace[] | null => (suggestions.length === 0 ? null : suggestions))

const Component = z.object({
  longText: maybeWords(200),
  shortText: maybeWords(200),
  types: z.array(z.string()).catch([]),
})

/** The names of zones that this machine knows. */
const zone = z
  .string()
  .refine((id) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: id }))
    } catch {
      return false
    }
  })
  .nullish()
  .catch(null)

const CITY = new Set(['locality', 'postal_town', 'administrative_area_level_3', 'sublocality'])
const ADDRESS = new Set(['street_address', 'premise', 'subpremise', 'route', 'postal_code', 'plus_code'])

const kindOf = (types: string[]): GooglePlaceDetails['kind'] =>
  types.some((type) => CITY.has(type))
    ? 'city'
    : types.some((type) => ADDRESS.has(type))
      ? 'address'
      : 'venue'

export const Place = z
  .object({
    id: Id,
    displayName: z.object({ text: words(300) }),
    formattedAddress: maybeWords(300),
    location: z.object({ latitude: z.unknown(), longitude: z.unknown() }).nullish().catch(null),
    addressComponents: z.array(Component).max(50).nullish().catch(null),
    types: z.array(z.string()).nullish().catch(null),
    timeZone: z.object({ id: zone }).nullish().catch(null),
  })
  .transform((place): GooglePlaceDetails => {
    const named = (type: string) => place.addressComponents?.find(({ types }) => types.includes(type))
    const street = named('route')?.longText
    const number = named('street_number')?.longText
    const code = country.parse(named('country')?.shortText ?? null)
    return {
      placeId: place.id,
      kind: kindOf(place.types ?? []),
      name: place.displayName.text,
      address: street ? [street, number].filter(Boolean).join(' ') : place.formattedAddress,
      city:
        (named('locality') ?? named('postal_town') ?? named('administrative_area_level_3'))?.longText ?? null,
      state: named('administrative_area_level_1')?.longText ?? null,
      country: code,
      point: pointOf(place.location?.latitude, place.location?.longitude),
      timeZone: place.timeZone?.id ?? null,
    }
  })

export const Places = z
  .object({ places: listOf(Place, MOST_ITEMS).default([]) })
  .transform(({ places }) => (places.length === 0 ? null : places))
