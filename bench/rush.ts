import pg from 'pg'
import { signInMany } from '../apps/server/test/crowd.ts'
import { median, report } from './measure.ts'
import type { Running, World } from './world.ts'

const PEOPLE = 200
const SEATS = 50
const ROUNDS = 7

type Person = { id: string; token: string }

/** 200 people answer one event of 50 seats at once; the ceiling takes the same lock and writes the same rows by hand. */
export async function measureRush(world: World): Promise<void> {
  const pool = new pg.Pool({ connectionString: world.databaseUrl, max: 2 })
  const people = await signInMany(pool, world.dataDir, 'rush', PEOPLE)
  const event = await makeEvent(pool)
  const ours = (one: Person) => ask(world.ours, `/api/v1/events/${event}/rsvp`, one)
  const ceiling = (one: Person) => ask(world.ceiling, `/events/${event}/rsvp?me=${one.id}`, one)
  const rush = async (answer: typeof ours): Promise<number> => {
    await pool.query('delete from attendances where show_id = $1', [event])
    await pool.query('delete from rsvps where show_id = $1', [event])
    const began = performance.now()
    await Promise.all(people.map(answer))
    const seconds = (performance.now() - began) / 1000
    await check(pool, event)
    return PEOPLE / seconds
  }
  // connections and plans first
  for (const side of [ours, ceiling, ours, ceiling]) await rush(side)
  const rates: [ours: number, ceiling: number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const first = await rush(round % 2 === 0 ? ours : ceiling)
    const second = await rush(round % 2 === 0 ? ceiling : ours)
    rates.push(round % 2 === 0 ? [first, second] : [second, first])
  }
  await pool.end()
  report({
    name: 'rush',
    value: median(rates.map(([rate]) => rate)),
    unit: 'answers/s',
    ceiling: median(rates.map(([, rate]) => rate)),
    ratio: median(rates.map(([a, b]) => a / b)),
  })
}

async function makeEvent(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `update shows set organizer_id = (select id from users where username = 'other'), origin = 'organizer',
      title = 'Rush', capacity = $1, latitude = 52, longitude = 5, starts_at = now() + interval '1 day'
    where id = (select id from shows order by starts_at desc limit 1) returning id`,
    [SEATS],
  )
  const [event] = rows
  if (event === undefined) throw new Error('there is no show to make an event of')
  return event.id
}

async function ask({ url }: Running, path: string, { token }: Person): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(url + path, { method: 'POST', headers, body: '{"status":"going"}' })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  await answer.text()
}

/** A rush that sells a seat twice is not worth its speed. */
async function check(pool: pg.Pool, event: string): Promise<void> {
  const { rows } = await pool.query<{ going: number; waiting: number }>(
    `select (select count(*)::int from attendances where show_id = $1 and rsvp = 'going') as going,
      (select count(*)::int from rsvps where show_id = $1 and status = 'waitlist') as waiting`,
    [event],
  )
  if (rows[0]?.going !== SEATS || rows[0].waiting !== PEOPLE - SEATS)
    throw new Error(`the rush ended with ${JSON.stringify(rows[0])}`)
}
