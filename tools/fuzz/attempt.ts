import type { Endpoint } from '@sharemyshows/contract/endpoint'
import type { Random } from '../seed/random.ts'
import { formOf } from './form.ts'
import type { Ids } from './ids.ts'
import { inputOf, sample, write } from './sample.ts'
import { spoilersOf } from './spoil.ts'

export type Who = 'stranger' | 'ana' | 'ana by cookie' | 'bo'

/** One request, ready to be sent: `path` and headers hold one character a byte. */
export type Attempt = {
  endpoint: Endpoint
  who: Who
  path: string
  headers: Record<string, string>
  body: Buffer | null
  /** What was spoilt, in words, for whoever reads a finding. */
  spoilt: string[]
  /** The path may no longer be the endpoint's. */
  strayed: boolean
}

/** A request before it is written down, in parts that can be spoilt one by one. */
export type Draft = Pick<Attempt, 'endpoint' | 'headers' | 'spoilt' | 'strayed'> & {
  params: Map<string, string>
  /** Percent-encoded, as they will stand in the address. */
  query: Map<string, string[]>
  /** The JSON body, which `whole` replaces; undefined when the endpoint takes none. */
  body: unknown
  whole?: Buffer
}

const encode = (value: unknown) =>
  encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))

/** A request that would pass. */
function draft(endpoint: Endpoint, random: Random, ids: Ids): Draft {
  const sampled = (schema: Endpoint['body']) =>
    schema === undefined ? undefined : sample(inputOf(schema), random, () => ids.any(random))
  const params = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return {
    endpoint,
    params: new Map(params.map((name) => [name, ids.forParam(endpoint.path, name, random)])),
    query: new Map(
      Object.entries(sampled(endpoint.query) ?? {}).map(([name, value]) => [name, [encode(value)]]),
    ),
    body: sampled(endpoint.body),
    headers: Object.fromEntries(
      Object.entries(sampled(endpoint.headers) ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    spoilt: [],
    strayed: false,
  }
}

/** Makes a request of an endpoint that would pass, then spoils none, one or two of its parts. */
export function makeAttempt(endpoint: Endpoint, random: Random, ids: Ids, photo: Buffer): Attempt {
  const who = random.pick<Who>(['stranger', 'ana', 'ana', 'ana', 'ana by cookie', 'bo'])
  const parts = draft(endpoint, random, ids)
  const spoilers = spoilersOf(parts, random, ids)
  for (let left = random.pick([0, 0, 1, 1, 1, 1, 2, 2]); left > 0; left--) {
    const [what, spoil] = random.pick(spoilers)
    parts.spoilt.push(what)
    spoil()
  }
  return { ...written(parts, random, ids, photo), who }
}

function written(parts: Draft, random: Random, ids: Ids, photo: Buffer): Omit<Attempt, 'who'> {
  const { endpoint, headers, spoilt, strayed } = parts
  const common = { endpoint, path: addressOf(parts), spoilt, strayed }
  if (endpoint.form !== undefined) {
    const fields = sample(inputOf(endpoint.form), random, () => ids.any(random))
    const form = formOf(fields as Record<string, string>, random, photo)
    spoilt.push(...form.spoilt)
    return { ...common, headers: { 'content-type': form.type, ...headers }, body: form.body }
  }
  if (endpoint.bytes !== undefined) {
    const body = parts.whole ?? Buffer.alloc(random.whole(1, 2000), random.whole(0, 255))
    return { ...common, headers: { 'content-type': endpoint.bytes, ...headers }, body }
  }
  if (parts.body === undefined) return { ...common, headers, body: null }
  const body = parts.whole ?? Buffer.from(write(parts.body))
  return { ...common, headers: { 'content-type': 'application/json', ...headers }, body }
}

function addressOf({ endpoint, params, query }: Draft): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => params.get(name) ?? '')
  const search = [...query].flatMap(([name, values]) => values.map((value) => `${name}=${value}`))
  return `/api/v1${path}${search.length === 0 ? '' : `?${search.join('&')}`}`
}
