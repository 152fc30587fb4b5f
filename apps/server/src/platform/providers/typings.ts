import { randomUUID } from 'node:crypto'

/** Google ends a session by itself when nothing is asked for some minutes. */
const LIFE_MS = 3 * 60_000
const MOST = 10_000

/** Questions of one typing belong together at Google, until what was chosen is looked up: that is one session there. */
export type Typings = {
  of(session: string | null): string
  /** The session that this look-up ends, where there was one. */
  end(session: string | null): string | undefined
}

/** Kept in this process alone: another only makes two sessions of one. */
export function createTypings(now: () => number = Date.now): Typings {
  const typings = new Map<string, { id: string; at: number }>()
  const current = (session: string) => {
    const typing = typings.get(session)
    return typing !== undefined && now() - typing.at < LIFE_MS ? typing.id : undefined
  }
  return {
    of(session) {
      if (session === null) return randomUUID()
      const id = current(session) ?? randomUUID()
      // the order of a map is that in which things were put in: the first is the one asked longest ago
      typings.delete(session)
      typings.set(session, { id, at: now() })
      const [oldest] = typings.keys()
      if (typings.size > MOST && oldest !== undefined) typings.delete(oldest)
      return id
    },
    end(session) {
      if (session === null) return undefined
      const id = current(session)
      typings.delete(session)
      return id
    },
  }
}
