import { heldTo } from './spec.ts'
import { type Asked, isLike, ok, type Said, type StandIn } from './wire.ts'
import type { MadeUpPlace, World } from './world.ts'

export const GOOGLE_KEY = 'a-key-for-google'
const STATUS: Record<number, string> = {
  ...{ 400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND' },
  429: 'RESOURCE_EXHAUSTED',
}

const typesOf = { venue: ['event_venue', 'point_of_interest'], city: ['locality'], address: ['route'] }

/** All that it says of a place; of it is given what was asked for. */
function placeOf(made: MadeUpPlace) {
  const part = (text: string, type: string, short = text) => ({
    ...{ longText: text, shortText: short, types: [type], languageCode: 'en' },
  })
  return {
    id: made.google,
    displayName: { text: made.name, languageCode: 'en' },
    formattedAddress: `${made.street} ${made.number}, ${made.city}`,
    location: { latitude: made.latitude, longitude: made.longitude },
    addressComponents: [
      ...(made.street ? [part(made.number, 'street_number'), part(made.street, 'route')] : []),
      part(made.city, 'locality'),
      part(made.state, 'administrative_area_level_1'),
      part(made.country, 'country', made.country),
    ],
    types: typesOf[made.kind],
    timeZone: { id: made.zone },
  }
}

const masked = (place: object, fields: string[]) =>
  Object.fromEntries(Object.entries(place).filter(([name]) => fields.includes(name)))

/** Google Places v1, as its description has it. */
export async function createGoogleStandIn(world: () => World): Promise<StandIn> {
  const no = (status: number): Said => ({
    status,
    body: { error: { code: status, message: 'No', status: STATUS[status] ?? 'INTERNAL' } },
  })
  const known = () => world().places.filter(({ google }) => google !== null)

  function answer({ path, headers, body }: Asked): Said {
    const key = headers['x-goog-api-key']
    if (key === undefined) return no(403)
    if (key !== GOOGLE_KEY)
      return {
        status: 400,
        body: {
          error: {
            ...{ code: 400, message: 'API key not valid.', status: 'INVALID_ARGUMENT' },
            details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
          },
        },
      }
    const fields = headers['x-goog-fieldmask']?.split(',') ?? []
    if (path === '/v1/places:autocomplete') {
      const { input } = JSON.parse(body) as { input: string }
      const suggestions = known()
        .filter(({ name }) => isLike(name, input))
        .map(({ google, name, city }) => ({
          placePrediction: {
            placeId: google,
            text: { text: `${name}, ${city}` },
            structuredFormat: { mainText: { text: name }, secondaryText: { text: city } },
          },
        }))
      return ok(suggestions.length === 0 ? {} : { suggestions })
    }
    if (path === '/v1/places:searchText') {
      const { textQuery } = JSON.parse(body) as { textQuery: string }
      const places = known()
        .filter(({ name, city }) => isLike(`${name} ${city}`, textQuery))
        .map((place) =>
          masked(
            placeOf(place),
            fields.map((field) => field.replace('places.', '')),
          ),
        )
      return ok(places.length === 0 ? {} : { places })
    }
    const id = decodeURIComponent(path.replace('/v1/places/', ''))
    const found = known().find(({ google }) => google === id)
    return found === undefined ? no(404) : ok(masked(placeOf(found), fields))
  }
  return { answer, no, ...(await heldTo('google-places-v1/places-v1.derived.openapi.json')) }
}
