import { isNamed } from './musicbrainz.ts'
import { type Asked, isLike, ok, type Said, type StandIn } from './wire.ts'
import type { MadeUpPlace, World } from './world.ts'

const TYPES: Record<string, string> = { N: 'node', W: 'way', R: 'relation' }
const known = (world: World) => world.places.filter(({ osm }) => osm !== null)
const countries = new Intl.DisplayNames('en', { type: 'region' })
/** What is said of a place in one line. */
const lineOf = ({ name, street, city, state, country }: MadeUpPlace) =>
  [name, street, city, state, countries.of(country)].join(' ')
const held = { refuses: () => null, denies: () => null }
const no = (status: number): Said => ({ status, body: { error: { code: status, message: 'No' } } })

function nominatimOf(made: MadeUpPlace) {
  const isCity = made.kind === 'city'
  return {
    place_id: 100149,
    licence: 'Data © OpenStreetMap contributors, ODbL 1.0. https://osm.org/copyright',
    osm_type: TYPES[made.osm?.[0] ?? ''],
    osm_id: Number(made.osm?.slice(1)),
    ...{ lat: String(made.latitude), lon: String(made.longitude) },
    ...(isCity ? { category: 'boundary', type: 'administrative' } : { category: 'amenity', type: 'theatre' }),
    addresstype: isCity ? 'city' : 'amenity',
    name: made.name,
    display_name: `${made.name}, ${made.city}, ${made.country}`,
    address: {
      ...(made.street && { road: made.street, house_number: made.number }),
      ...{ city: made.city, state: made.state, country_code: made.country.toLowerCase() },
    },
  }
}

/** Nominatim: nobody who does not say who she is, and JSON in its second version. */
export function createNominatimStandIn(world: () => World): StandIn {
  function answer(asked: Asked): Said {
    const { path, query } = asked
    if (!isNamed(asked)) return { status: 403, body: '<html>Access blocked</html>' }
    if (path === '/status') return ok({ status: 0, message: 'OK' })
    if (query.format !== 'jsonv2') return no(400)
    if (path === '/lookup')
      return ok(
        known(world())
          .filter(({ osm }) => query.osm_ids?.split(',').includes(osm ?? ''))
          .map(nominatimOf),
      )
    const limit = Number(query.limit ?? 10)
    if (path !== '/search' || !query.q || limit > 40) return no(400)
    const sought = query.q.replaceAll(',', ' ')
    const found = known(world()).filter((place) => isLike(lineOf(place), sought))
    return ok(found.slice(0, limit).map(nominatimOf))
  }
  return { answer, no, ...held }
}

/** Photon: GeoJSON, whoever asks. */
export function createPhotonStandIn(world: () => World): StandIn {
  function answer({ path, query }: Asked): Said {
    if (path !== '/api' || !query.q) return no(400)
    const found = known(world())
      .filter(({ name, city }) => isLike(`${name} ${city}`, query.q ?? ''))
      .slice(0, Number(query.limit ?? 15))
    return ok({
      type: 'FeatureCollection',
      features: found.map((made) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [made.longitude, made.latitude] },
        properties: {
          ...{ osm_type: made.osm?.[0], osm_id: Number(made.osm?.slice(1)), name: made.name },
          ...(made.kind === 'city'
            ? { osm_key: 'place', osm_value: 'city', type: 'city' }
            : { osm_key: 'amenity', osm_value: 'theatre', type: 'house', city: made.city }),
          ...(made.street && { street: made.street, housenumber: made.number }),
          ...{ state: made.state, country: made.country, countrycode: made.country },
        },
      })),
    })
  }
  return { answer, no, ...held }
}
