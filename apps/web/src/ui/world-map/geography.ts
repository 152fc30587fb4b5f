/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

const WORLD: Box = [-170, -56, 178, 74]
/** A single place is shown with so many degrees around it. */
const AROUND = 4

/** The box that holds all points with some room; the inhabited world when there are none. */
export function boxOf(points: readonly { latitude: number; longitude: number }[], around = AROUND): Box {
  if (points.length === 0) return WORLD
  const lons = points.map(({ longitude }) => longitude)
  const lats = points.map(({ latitude }) => latitude)
  return [
    Math.max(-180, Math.min(...lons) - around),
    Math.max(-80, Math.min(...lats) - around / 2),
    Math.min(180, Math.max(...lons) + around),
    Math.min(82, Math.max(...lats) + around / 2),
  ]
}

/** Web Mercator: degrees to a plane where the world is 360 wide, y downwards. */
export function project(longitude: number, latitude: number): [x: number, y: number] {
  const phi = (Math.max(-85.0511, Math.min(85.0511, latitude)) * Math.PI) / 180
  return [longitude, (-Math.log(Math.tan(Math.PI / 4 + phi / 2)) * 180) / Math.PI]
}

type Ring = readonly (readonly number[])[]
export type Land = {
  features: readonly {
    geometry: { type: string; coordinates: unknown }
  }[]
}

/** The outlines of all polygons as one SVG path in the plane of `project`. */
export function pathOf({ features }: Land): string {
  return features
    .flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]
      return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Ring[][]).flat() : []
    })
    .map(
      (ring) =>
        `M${ring
          .map(([longitude = 0, latitude = 0]) =>
            project(longitude, latitude)
              .map((value) => value.toFixed(2))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('')
}

/** Loads and unpacks the countries of the world (Natural Earth, public domain). */
export async function loadCountries(detail: 'fine' | 'coarse') {
  const [{ feature }, address] = await Promise.all([
    import('topojson-client'),
    detail === 'fine'
      ? import('world-atlas/countries-50m.json?url')
      : import('world-atlas/countries-110m.json?url'),
  ])
  const topology = await (await fetch(address.default)).json()
  return feature(topology, topology.objects.countries) as unknown as Land & GeoJSON.FeatureCollection
}
