import { at } from '../address.ts'
import type { Reply } from '../exchange.ts'
import type { Port } from '../port.ts'
import type { GooglePlaces } from '../ports.ts'
import { Place, Places, Predictions } from './shapes.ts'

const languageCode = 'en'
const MOST = 20
/** What is asked for sets the price. */
const FIELDS = ['id', 'displayName', 'formattedAddress', 'location', 'addressComponents', 'types', 'timeZone']
const mask = (fields: string[]) => ({ 'x-goog-fieldmask': fields.join(',') })
const ofPrediction = mask(
  ['placeId', 'text', 'structuredFormat'].map((field) => `suggestions.placePrediction.${field}`),
)

/** A key that it does not know is to Google a question put wrongly. */
export const isNoKey = ({ status, text }: Reply): boolean =>
  status === 400 && text.includes('API_KEY_INVALID')

/** Base64 that may stand in an address; a UUID is. */
const sessionOf = (session: string | undefined) =>
  session !== undefined && /^[\w-]{1,36}$/.test(session) ? { sessionToken: session } : {}

/** What it is asked by operators who want to know whether it answers. */
export const check = (port: Port) =>
  port.ask(Predictions, {
    method: 'POST',
    at: at`/v1/places:autocomplete`,
    json: { input: 'Paris', languageCode },
    headers: ofPrediction,
    absent: [],
    fresh: true,
  })

/** Google Places v1. Of what it says only the id of a place may be kept, so nothing of it is. */
export const createGoogle = (port: Port): GooglePlaces => ({
  attribution: { text: 'Google Maps', url: 'https://maps.google.com' },
  async complete(input, most, session, patience) {
    const found = await port.ask(Predictions, {
      method: 'POST',
      at: at`/v1/places:autocomplete`,
      json: { input, languageCode, ...sessionOf(session) },
      headers: ofPrediction,
      patience,
    })
    return found.result === 'ok' ? { ...found, data: found.data.slice(0, most) } : found
  },
  search: (textQuery, most) =>
    port.ask(Places, {
      method: 'POST',
      at: at`/v1/places:searchText`,
      json: { textQuery, languageCode, maxResultCount: Math.min(most, MOST) },
      headers: mask(FIELDS.map((field) => `places.${field}`)),
    }),
  details: (placeId, session) =>
    port.ask(Place, {
      at: at`/v1/places/${placeId}`,
      query: { languageCode, ...sessionOf(session) },
      headers: mask(FIELDS),
      // an id that is none is a question put wrongly
      absent: [400, 404],
    }),
})
