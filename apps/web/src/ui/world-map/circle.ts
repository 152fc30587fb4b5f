/** A point on earth in degrees, WGS 84. */
export type At = { latitude: number; longitude: number }

const METRES_A_DEGREE = 111_195
const CORNERS = 72
const EARTH_M = 6_371_000

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
const eastward = (latitude: number) => METRES_A_DEGREE * Math.max(0.01, Math.cos((latitude * Math.PI) / 180))

/** A point moved by so many metres to the north and east, kept on the map. */
export function movedBy(
  { latitude, longitude }: At,
  [north, east]: readonly [number, number],
  metres: number,
): At {
  const lon = longitude + (east * metres) / eastward(latitude)
  return {
    latitude: round(Math.max(-85, Math.min(85, latitude + (north * metres) / METRES_A_DEGREE))),
    longitude: round(((((lon + 180) % 360) + 360) % 360) - 180),
  }
}

/** A circle of so many metres on the ground, as GeoJSON. */
export function circleAround({ latitude, longitude }: At, metres: number): GeoJSON.Feature<GeoJSON.Polygon> {
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (i / CORNERS) * 2 * Math.PI
    return [
      longitude + (Math.sin(angle) * metres) / eastward(latitude),
      latitude + (Math.cos(angle) * metres) / METRES_A_DEGREE,
    ]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}

/** The box that holds such a circle: west, south, east, north. */
export function boxAround({ latitude, longitude }: At, metres: number): [number, number, number, number] {
  const lat = metres / METRES_A_DEGREE
  const lon = metres / eastward(latitude)
  return [longitude - lon, latitude - lat, longitude + lon, latitude + lat]
}

/** Metres between two points along the ground. */
export function metresBetween(one: At, other: At): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const chord =
    half(other.latitude - one.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(other.longitude - one.longitude)
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(chord)))
}
