import { contest, load, type Request, report } from './measure.ts'
import { me } from './populate.ts'
import { residentMb, type World } from './world.ts'

const OPTIONS = { rounds: 5, seconds: 4, connections: 100 }

const ours = (world: World, path: string): Request => ({
  url: `${world.ours.url}/api/v1${path}`,
  headers: { authorization: `Bearer ${me().token}`, 'content-type': 'application/json' },
})
const ceiling = (world: World, path: string): Request => ({
  url: `${world.ceiling.url}${path}${path.includes('?') ? '&' : '?'}me=${me().id}`,
  headers: { 'content-type': 'application/json' },
})

/** Both sides must give the same shows, or the comparison means nothing. */
async function sameIds(a: Request, b: Request): Promise<void> {
  const read = async ({ url, headers = {} }: Request) => {
    const body = (await (await fetch(url, { headers })).json()) as { id?: string; items?: { id: string }[] }
    return (body.items ?? [{ id: body.id }]).map((item) => item.id).join()
  }
  const [left, right] = [await read(a), await read(b)]
  if (left !== right || left === '') throw new Error(`${a.url} and its ceiling give different shows`)
}

type Groups = Record<string, { items?: object[] }>

/** Both sides must find the same of every kind. */
async function sameGroups(a: Request, b: Request): Promise<void> {
  const read = async ({ url, headers = {} }: Request) => {
    const body = (await (await fetch(url, { headers })).json()) as Groups
    const lines = Object.entries(body).flatMap(([kind, { items = [] }]) =>
      items.map((item) => `${kind} ${JSON.stringify(Object.entries(item).sort())}`),
    )
    return lines.sort().join('\n')
  }
  const [left, right] = [await read(a), await read(b)]
  if (left !== right || left === '') throw new Error(`${a.url} and its ceiling find different things`)
}

async function compare(name: string, a: Request, b: Request): Promise<void> {
  const result = await contest(a, b, OPTIONS)
  report({
    name,
    value: result.ours.rate,
    unit: 'requests/s',
    ceiling: result.ceiling.rate,
    ratio: result.ratio,
    p99_ms: result.ours.p99,
    ceiling_p99_ms: result.ceiling.p99,
    p99_ratio: result.p99Ratio,
  })
}

/** The newest 20 of 10,000 shows, 100 connections. */
export async function measureList(world: World): Promise<void> {
  await sameIds(ours(world, '/shows'), ceiling(world, '/shows'))
  await compare('list', ours(world, '/shows'), ceiling(world, '/shows'))
}

/** One show. */
export async function measureOne(world: World): Promise<void> {
  const { url, headers = {} } = ours(world, '/shows')
  const { items } = (await (await fetch(url, { headers })).json()) as { items: { id: string }[] }
  const path = `/shows/${items[7]?.id}`
  await sameIds(ours(world, path), ceiling(world, path))
  await compare('one', ours(world, path), ceiling(world, path))
}

/** Ten of 10,000 shows hold all three words, two of which all of them hold; and what each kind has of two words. */
export async function measureSearch(world: World): Promise<void> {
  const shows = '/shows/search?q=artist+number+123'
  await sameIds(ours(world, shows), ceiling(world, shows))
  await compare('shows/search', ours(world, shows), ceiling(world, shows))
  const everything = '/search?q=number+12'
  await sameGroups(ours(world, everything), ceiling(world, everything))
  await compare('search', ours(world, everything), ceiling(world, everything))
}

let made = 0
/** A show nobody has logged yet: known artists and venues, days of a past century. */
function newShow(): string {
  const n = made++
  const day = new Date(Date.UTC(1910, 0, 1) + (n % 20_000) * 86_400_000).toISOString().slice(0, 10)
  const venue = (n % 150) + 1
  return JSON.stringify({
    artist_name: `Artist number ${((n * 31 + Math.floor(n / 20_000)) % 400) + 1}`,
    venue_name: `Venue number ${venue}`,
    venue_city: `City ${venue % 40}`,
    venue_country: 'NL',
    show_date: day,
  })
}

/** Logging a show, 100 connections. */
export async function measureCreate(world: World): Promise<void> {
  const post = (request: Request): Request => ({ ...request, method: 'POST', body: newShow })
  await compare('create', post(ours(world, '/shows')), post(ceiling(world, '/shows')))
}

/** Resident memory of our process while 100 connections list shows; the bar is 250 MB. */
export async function measureMemory(world: World): Promise<void> {
  const loading = load(ours(world, '/shows'), 8, 100)
  let most = 0
  const watch = setInterval(async () => {
    most = Math.max(most, await residentMb(world.ours.process.pid as number))
  }, 250)
  await loading
  clearInterval(watch)
  report({ name: 'memory', value: most, unit: 'MB', ceiling: 250 })
}
