import type { Endpoint } from '@sharemyshows/contract/endpoint'
import type { Random } from '../seed/random.ts'

const NOTHING = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'
const MOST = 40

/** The literal part of a path that a parameter belongs to: `setlist` of `/shows/{id}/setlist/{song_id}`. */
const nounBefore = (path: string, name: string) =>
  path
    .slice(0, path.indexOf(`{${name}}`))
    .split('/')
    .findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? ''

const lastNoun = (path: string) =>
  path.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? ''

/**
 * Real ids, learnt from answers: what `POST /shows/{id}/setlist` makes is what `/shows/{id}/setlist/{song_id}` means,
 * so that operations added later find theirs without a line here.
 */
export class Ids {
  readonly #byNoun = new Map<string, string[]>()

  add(noun: string, id: string): void {
    const ids = this.#byNoun.get(noun) ?? []
    if (ids.includes(id)) return
    ids.push(id)
    if (ids.length > MOST) ids.shift()
    this.#byNoun.set(noun, ids)
  }

  learn(endpoint: Endpoint, body: unknown): void {
    const noun = lastNoun(endpoint.path)
    for (const thing of thingsIn(body)) {
      for (const [key, value] of Object.entries(thing)) {
        if (typeof value !== 'string' || value.length !== 36) continue
        if (key === 'id') this.add(noun, value)
        else if (key.endsWith('_id')) this.add(`${key.slice(0, -3)}s`, value)
      }
    }
  }

  /** A real id where a path wants one. */
  forParam(path: string, name: string, random: Random): string {
    const noun = name === 'id' ? nounBefore(path, name) : name.replace(/_id$/, '')
    const before = nounBefore(path, name)
    const ids = this.#byNoun.get(before) ?? this.#byNoun.get(`${noun}s`) ?? this.#byNoun.get(noun)
    return ids === undefined ? this.any(random) : random.pick(ids)
  }

  any(random: Random): string {
    const all = [...this.#byNoun.values()].flat()
    return all.length === 0 ? NOTHING : random.pick(all)
  }
}

function thingsIn(body: unknown): Record<string, unknown>[] {
  if (typeof body !== 'object' || body === null) return []
  const { items } = body as { items?: unknown }
  const things = Array.isArray(items) ? items.slice(0, 5) : [body]
  return things.filter((thing) => typeof thing === 'object' && thing !== null)
}
