import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createLog } from '../log/log.ts'
import { createDb, createPool, type Db } from './connect.ts'
import { Notices, notify } from './notices.ts'
import { createWaiting, PENDING } from './waiting.ts'

let db: Db
let notices: Notices
beforeAll(async () => {
  const url = inject('postgresUrl')
  db = createDb(createPool(url, 2))
  notices = new Notices(url, createLog('silent'))
  await notices.start()
})
afterAll(async () => {
  await notices.close()
  await db.destroy()
})

const patience = new AbortController().signal

describe('waiting for a notice', () => {
  it('gives at once what is there', async () => {
    const waiting = createWaiting(notices, 'there', { most: 1, ms: 60_000 })
    expect(await waiting.until('a', async () => 'here', patience)).toBe('here')
  })

  it('looks again when it is told, and only then', async () => {
    const waiting = createWaiting(notices, 'told', { most: 1, ms: 60_000 })
    const looks: string[] = []
    let done = false
    const found = waiting.until(
      'a',
      async () => {
        looks.push(String(done))
        return done ? 'here' : PENDING
      },
      patience,
    )
    await notify(db, 'told', { id: 'somebody else' })
    done = true
    await notify(db, 'told', { id: 'a' })
    expect(await found).toBe('here')
    expect(looks.at(-1)).toBe('true')
    expect(looks.length).toBeLessThanOrEqual(4)
  })

  it('misses nothing that happens while it looks', async () => {
    const waiting = createWaiting(notices, 'meanwhile', { most: 1, ms: 60_000 })
    let looks = 0
    const found = await waiting.until(
      'a',
      async () => {
        if (++looks === 3) return 'here'
        await notify(db, 'meanwhile', { id: 'a' })
        return PENDING
      },
      patience,
    )
    expect(found).toBe('here')
  })

  it('gives up in the end, when nobody waits for it any more, and when too many wait', async () => {
    const short = createWaiting(notices, 'never', { most: 1, ms: 20 })
    expect(await short.until('a', async () => PENDING, patience)).toBe(PENDING)
    const long = createWaiting(notices, 'never', { most: 1, ms: 60_000 })
    const leaver = new AbortController()
    const first = long.until('a', async () => PENDING, leaver.signal)
    await Promise.resolve()
    expect(await long.until('b', async () => PENDING, patience)).toBe(PENDING)
    leaver.abort()
    expect(await first).toBe(PENDING)
    const second = new AbortController()
    const again = long.until('a', async () => PENDING, second.signal)
    second.abort()
    expect(await again).toBe(PENDING)
  })

  it('ends when the process wants to stop', async () => {
    const waiting = createWaiting(notices, 'never', { most: 2, ms: 60_000 })
    const first = waiting.until('a', async () => PENDING, patience)
    waiting.end()
    expect(await first).toBe(PENDING)
    expect(await waiting.until('b', async () => PENDING, patience)).toBe(PENDING)
  })
})
