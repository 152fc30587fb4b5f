/**
 * Fills a running server with a made-up world: people, shows, setlists, comments, painted photos, synthesised
 * recordings, and events to come with their answers, through the HTTP API.
 * `npm run seed -- --shows 10000` makes that many shows for benchmarks; `--photos 0`, `--recordings 0` and
 * `--tracks 0` leave those out.
 */
import { parseArgs } from 'node:util'
import { ApiError } from './seed/api.ts'
import { BELIEVABLE, seed } from './seed/run.ts'
import { organizer } from './seed/world/events.ts'
import { PASSWORD, people } from './seed/world/people.ts'

const usage = `npm run seed -- [options]
  --url <origin>         the running server (default: HOST and PORT, else http://127.0.0.1:3000)
  --shows <number>       how many shows in all (default ${BELIEVABLE}); more are made in bulk,
                         for benchmarks (quicker on a server with RATE_LIMITS=off)
  --photos <number>      how many photos a show has at most, 0 to 12 (default 12)
  --recordings <number>  of how many shows there is a song and a film, 0 to 12 (default 4); the server
                         prepares them afterwards, some seconds each
  --tracks <number>      how many tracks the first of them has of her own, for all moods, 0 to 12 (default 12)
  --random-seed <text>   another text, another world`

const { HOST = '127.0.0.1', PORT = '3000' } = process.env
const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST

class UsageError extends Error {}

function whole(name: string, text: string, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new UsageError(`--${name} takes a whole number from 0 to ${most}.`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: `http://${host}:${PORT}` },
      shows: { type: 'string', default: String(BELIEVABLE) },
      photos: { type: 'string', default: '12' },
      recordings: { type: 'string', default: '4' },
      tracks: { type: 'string', default: '12' },
      'random-seed': { type: 'string', default: 'encore' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  if (!URL.canParse(values.url)) throw new UsageError('--url takes an address such as http://127.0.0.1:3000.')
  const origin = new URL(values.url).origin
  await seed({
    origin,
    shows: whole('shows', values.shows, 1_000_000),
    photos: whole('photos', values.photos, 12),
    recordings: whole('recordings', values.recordings, 12),
    tracks: whole('tracks', values.tracks, 12),
    randomSeed: values['random-seed'],
    now: new Date(),
  })
  const names = [...people, organizer].map(({ username }) => username)
  console.log(`\nSign in on ${origin} as ${names.join(', ')}.`)
  console.log(`Everybody's password: ${PASSWORD}`)
}

main().catch((error: Error & { code?: string }) => {
  const mine = error instanceof ApiError || error instanceof UsageError
  const misspelt = error.code?.startsWith('ERR_PARSE_ARGS') ?? false
  console.error(mine ? error.message : misspelt ? `${error.message}\n\n${usage}` : error)
  process.exitCode = 1
})
