import type { Random } from '../seed/random.ts'
import type { Draft } from './attempt.ts'
import { hostileAddress, hostileBody, hostileHeader, hostileJson, hostileType } from './hostile.ts'
import type { Ids } from './ids.ts'
import { fieldsOf, inputOf, Raw } from './sample.ts'

type Spoiler = [what: string, spoil: () => void]

/** Things that rows carry and no client decides. */
const privileged = [
  'role',
  'id',
  'owner_id',
  'user_id',
  'created_by',
  'verified',
  'email_verified',
  'created_at',
]

/** Every way to spoil this request; what there is more of stands here more often. */
export function spoilersOf(draft: Draft, random: Random, ids: Ids): Spoiler[] {
  return [
    ['a header', () => spoilHeader(draft, random)],
    ['an unknown query', () => void draft.query.set(unknownName(random), [hostileAddress(random)])],
    ...[...draft.params.keys()].map((name): Spoiler => [name, () => spoilParam(draft, name, random, ids)]),
    ...querySpoilers(draft, random),
    ...ownHeaderSpoilers(draft, random),
    ...bodySpoilers(draft, random, ids),
  ]
}

function spoilHeader({ headers, spoilt }: Draft, random: Random): void {
  const [name, value] = hostileHeader(random)
  headers[name] = value
  spoilt.push(`${name}: ${value.slice(0, 40)}`)
}

const unknownName = (random: Random) =>
  random.pick([...privileged, '__proto__', 'a[b]', '%00', 'constructor', '%E0%A4%A'])

function spoilParam(draft: Draft, name: string, random: Random, ids: Ids): void {
  draft.params.set(name, random.chance(0.3) ? ids.any(random) : hostileAddress(random))
  draft.strayed = true
}

function querySpoilers({ endpoint, query }: Draft, random: Random): Spoiler[] {
  if (endpoint.query === undefined) return []
  const names = fieldsOf(inputOf(endpoint.query))
  const spoil = () => {
    const again = random.chance(0.2) ? [hostileAddress(random), 'again'] : []
    query.set(random.pick(names), [hostileAddress(random), ...again])
  }
  return Array<Spoiler>(3).fill(['a query', spoil])
}

/** What may stand where a number, a version or pairs in base64 belong. */
const inHeaders = [
  '',
  '-1',
  '0',
  '1.5',
  '1e9',
  'NaN',
  '0x10',
  '9'.repeat(300),
  '1, 2',
  'a b c',
  'filename %%%',
  '__proto__ e30=',
]

function ownHeaderSpoilers({ endpoint, headers, spoilt }: Draft, random: Random): Spoiler[] {
  if (endpoint.headers === undefined) return []
  const names = fieldsOf(inputOf(endpoint.headers))
  const spoil = () => {
    const name = random.pick(names)
    headers[name] = random.pick(inHeaders)
    spoilt.push(`${name}: ${headers[name].slice(0, 40)}`)
  }
  return Array<Spoiler>(3).fill(['a header of its own', spoil])
}

function bodySpoilers(draft: Draft, random: Random, ids: Ids): Spoiler[] {
  if (draft.endpoint.bytes !== undefined) {
    return [['the content type', () => Object.assign(draft.headers, { 'content-type': hostileType(random) })]]
  }
  if (draft.endpoint.body === undefined) return []
  const whole: Spoiler[] = [
    ['the body', () => Object.assign(draft, { whole: hostileBody(random) })],
    ['the content type', () => Object.assign(draft.headers, { 'content-type': hostileType(random) })],
  ]
  if (typeof draft.body !== 'object' || draft.body === null) return whole
  const fields = draft.body as Record<string, unknown>
  const names = [...fieldsOf(inputOf(draft.endpoint.body)), ...privileged.slice(0, 2)]
  const spoil = () => Object.assign(fields, { [random.pick(names)]: new Raw(hostileJson(random)) })
  const claim = () =>
    Object.assign(fields, { [random.pick(privileged)]: random.pick([true, 'admin', ids.any(random)]) })
  return [...whole, ...Array<Spoiler>(4).fill(['a field', spoil]), ['a privilege', claim]]
}
