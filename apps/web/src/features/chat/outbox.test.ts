import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type ApiCode, ApiProblem } from '@/lib/problem'
import { message } from './fixtures-for-tests'
import type { Message } from './model'
import { type News, Outbox } from './outbox'
import type { Shelf } from './outbox-shelf'
import type { Unsent } from './unsent'

type Open = {
  unsent: Unsent
  arrive: () => void
  fail: (code: ApiCode, status?: number, retryAfter?: number) => void
}

const BO = { recipient_id: 'bo' }
const ROOM = { conversation_id: 'room' }

let network: { onLine: boolean }
let open: Open[]
/** What IndexedDB holds, for all tabs. */
let kept: Map<string, Unsent>
let tabs: Outbox[]
let arrived: string[]

const shelf: Shelf = {
  shared: true,
  load: async () => [...kept.values()],
  put: async (one) => void kept.set(one.clientId, one),
  remove: async (ids) => {
    for (const id of ids) kept.delete(id)
  },
}

function tab(): Outbox {
  const made: Outbox = new Outbox('ana', {
    shelf,
    post: (unsent) =>
      new Promise<Message>((resolve, reject) => {
        const arrive = () => resolve(message(open.length, { client_id: unsent.clientId, text: unsent.text }))
        const fail: Open['fail'] = (code, status = 403, retryAfter) =>
          reject(new ApiProblem({ code, status, retryAfter, message: code }))
        open.push({ unsent, arrive, fail })
      }),
    onArrived: ({ text }) => arrived.push(text),
    announce: (news: News) => {
      for (const other of tabs) if (other !== made) other.hear(news)
    },
  })
  tabs.push(made)
  return made
}
const leader = async () => {
  const made = tab()
  await made.lead()
  return made
}
const turn = () => vi.advanceTimersByTimeAsync(0)
const sent = () => open.map(({ unsent }) => unsent.text)
const texts = (outbox: Outbox) =>
  outbox.list().map(({ text, problem }) => (problem ? `${text}: ${problem}` : text))

beforeEach(() => {
  network = { onLine: true }
  vi.stubGlobal('navigator', network)
  vi.useFakeTimers()
  open = []
  kept = new Map()
  tabs = []
  arrived = []
})

describe('messages on their way', () => {
  it('leave one after the other in each conversation, and conversations beside each other', async () => {
    const outbox = await leader()
    outbox.add(BO, 'one')
    outbox.add(BO, 'two')
    outbox.add(ROOM, 'hello')
    await turn()
    expect(sent()).toEqual(['one', 'hello'])
    open[0]?.arrive()
    await turn()
    expect(sent()).toEqual(['one', 'hello', 'two'])
    expect(texts(outbox)).toEqual(['two', 'hello'])
    expect([...kept.values()].map(({ text }) => text)).toEqual(['two', 'hello'])
  })

  it('wait without a network, and leave in order with the names they had when it is back', async () => {
    network.onLine = false
    const outbox = await leader()
    outbox.add(BO, 'one')
    outbox.add(BO, 'two')
    await turn()
    expect(sent()).toEqual([])
    network.onLine = true
    outbox.wake()
    open[0]?.fail('unreachable', 0)
    await turn()
    expect(sent()).toEqual(['one'])
    outbox.wake()
    open[1]?.arrive()
    await turn()
    expect(sent()).toEqual(['one', 'one', 'two'])
    expect(open[1]?.unsent.clientId).toBe(open[0]?.unsent.clientId)
  })

  it('outlive the page and the tab that sends', async () => {
    const first = await leader()
    first.add(BO, 'one')
    first.add(BO, 'two')
    await turn()
    first.close()
    open[0]?.fail('unreachable', 0)
    const second = await leader()
    await turn()
    expect(sent()).toEqual(['one', 'one'])
    expect(texts(second)).toEqual(['one', 'two'])
    expect(open[1]?.unsent.clientId).toBe(open[0]?.unsent.clientId)
  })

  it('are sent by one tab for all, and every tab hears of their arrival', async () => {
    await leader()
    const other = tab()
    other.add(BO, 'one')
    await turn()
    expect(texts(other)).toEqual(['one'])
    expect(sent()).toEqual(['one'])
    open[0]?.arrive()
    await turn()
    expect([tabs.map(texts), arrived]).toEqual([
      [[], []],
      ['one', 'one'],
    ])
  })

  it('say why they were not taken, without stopping those behind, until the person decides', async () => {
    const outbox = await leader()
    outbox.add(ROOM, 'one')
    outbox.add(ROOM, 'two')
    await turn()
    open[0]?.fail('silenced')
    await turn()
    expect(texts(outbox)).toEqual(['one: silenced', 'two'])
    open[1]?.arrive()
    await turn()
    const [failed] = outbox.list()
    outbox.retry(failed?.clientId ?? '')
    await turn()
    expect(sent()).toEqual(['one', 'two', 'one'])
    open[2]?.fail('room_closed')
    await turn()
    outbox.discard(failed?.clientId ?? '')
    await turn()
    expect([texts(outbox), kept.size]).toEqual([[], 0])
  })

  it('wait their turn as long as the server asks', async () => {
    const outbox = await leader()
    outbox.add(BO, 'one')
    await turn()
    open[0]?.fail('rate_limited', 429, 30)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(sent()).toEqual(['one'])
    await vi.advanceTimersByTimeAsync(4000)
    expect(sent()).toEqual(['one', 'one'])
  })

  it('are tried again for as long as the server is out of reach, but not for ever where it answers with faults', async () => {
    const outbox = await leader()
    outbox.add(BO, 'one')
    await turn()
    for (let count = 1; count <= 20; count++) {
      open.at(-1)?.fail('unreachable', 0)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(open).toHaveLength(count + 1)
    }
    open.at(-1)?.fail('unexpected', 500)
    await turn()
    expect(texts(outbox)).toEqual(['one: unexpected'])
  })

  it('do not come back by a look at the shelf from before they arrived', async () => {
    const outbox = await leader()
    outbox.add(BO, 'one')
    await turn()
    const late = [...kept.values()]
    const slow = vi.spyOn(shelf, 'load').mockImplementationOnce(async () => {
      open[0]?.arrive()
      await Promise.resolve()
      return late
    })
    await outbox.load()
    await turn()
    expect([texts(outbox), sent()]).toEqual([[], ['one']])
    slow.mockRestore()
  })
})
