import lookUp from '@photostructure/tz-lookup'

/** The IANA time zone at a point; at sea an `Etc/GMT±h` zone. Latitude -90..90, longitude -180..180. */
export const zoneAt = (latitude: number, longitude: number): string => lookUp(latitude, longitude)
