import type { Photo } from '@sharemyshows/contract/photos'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import type { Sending } from './send-photo'
import { UploadQueue } from './upload-queue'

type Open = Sending & { resolve: (photo: Photo) => void; reject: (error: unknown) => void }

let network: { onLine: boolean }
let open: Open[]
let settled: [string, number][]

const send = (sending: Sending) =>
  new Promise<Photo>((resolve, reject) => {
    const item = { ...sending, resolve, reject }
    open.push(item)
    sending.signal.addEventListener('abort', () => reject(sending.signal.reason))
  })
const onAdded = vi.fn()
const files = (...names: string[]) => names.map((name) => new File([name], name))
const problem = (code: ApiProblem['code'], status = 422, retryAfter?: number) =>
  new ApiProblem({ code, status, retryAfter, message: code })
const make = () =>
  new UploadQueue({ send, onAdded, onSettled: (showId, added) => settled.push([showId, added]) })
const states = (queue: UploadQueue) => queue.read().map(({ state }) => state)
const nextTurn = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  network = { onLine: true }
  vi.stubGlobal('navigator', network)
  vi.useFakeTimers()
  open = []
  settled = []
})

describe('the upload queue', () => {
  it('sends three at a time and begins the next when one ends', async () => {
    const queue = make()
    queue.add('show', files('a', 'b', 'c', 'd'))
    expect(open.map(({ file }) => file.name)).toEqual(['a', 'b', 'c'])
    open[1]?.resolve({} as Photo)
    await nextTurn()
    expect(open.map(({ file }) => file.name)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('lets one bad file fail alone, and says how many were added', async () => {
    const queue = make()
    queue.add('show', files('a', 'b', 'c'))
    open[0]?.resolve({} as Photo)
    open[1]?.reject(problem('unsupported_format'))
    open[2]?.resolve({} as Photo)
    await nextTurn()
    expect(settled).toEqual([['show', 2]])
    expect(queue.read()).toMatchObject([{ state: 'failed', reason: 'unsupported_format', hopeless: true }])
  })

  it('refuses an empty file and one that is too large without sending it', () => {
    const queue = make()
    const large = new File([], 'large')
    Object.defineProperty(large, 'size', { value: 51 * 1_048_576 })
    queue.add('show', [new File([], 'empty'), large])
    expect(states(queue)).toEqual(['failed', 'failed'])
    expect(open).toEqual([])
  })

  it('tries again under the same key', async () => {
    const queue = make()
    queue.add('show', files('a'))
    open[0]?.reject(problem('quota_exceeded', 413))
    await nextTurn()
    expect(queue.read()).toMatchObject([{ state: 'failed', hopeless: false }])
    queue.retry(open[0]?.key ?? '')
    expect(open).toHaveLength(2)
    expect(open[1]?.key).toBe(open[0]?.key)
  })

  it('tries by itself when the server was away, but not for ever', async () => {
    const queue = make()
    queue.add('show', files('a'))
    for (let count = 1; count <= 4; count++) {
      open.at(-1)?.reject(problem('unreachable', 0))
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(open).toHaveLength(4)
    expect(states(queue)).toEqual(['failed'])
  })

  it('waits for the network and goes on', async () => {
    const queue = make()
    queue.add('show', files('a'))
    network.onLine = false
    open[0]?.reject(problem('offline', 0))
    await nextTurn()
    expect(states(queue)).toEqual(['waiting'])
    network.onLine = true
    queue.pump()
    expect(states(queue)).toEqual(['sending'])
  })

  it('waits as long as the server asks', async () => {
    const queue = make()
    queue.add('show', files('a'))
    open[0]?.reject(problem('rate_limited', 429, 30))
    await vi.advanceTimersByTimeAsync(29_000)
    expect(open).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(open).toHaveLength(2)
  })

  it('cancels what is on its way, and begins the next', async () => {
    const queue = make()
    queue.add('show', files('a', 'b', 'c', 'd'))
    queue.remove(open[0]?.key ?? '')
    await nextTurn()
    expect(queue.read().map(({ file }) => file.name)).toEqual(['b', 'c', 'd'])
    expect(open.at(-1)?.file.name).toBe('d')
  })

  it('does not take a file twice that is on its way', () => {
    const queue = make()
    const [a] = files('a')
    queue.add('show', [a as File])
    queue.add('show', [a as File])
    queue.add('another show', [a as File])
    expect(queue.read().map(({ showId }) => showId)).toEqual(['show', 'another show'])
  })

  it('stops and forgets everything when the session ends', async () => {
    const queue = make()
    queue.add('show', files('a', 'b', 'c', 'd'))
    queue.clear()
    await nextTurn()
    expect(queue.read()).toEqual([])
    expect(open).toHaveLength(3)
    expect(open.every(({ signal }) => signal.aborted)).toBe(true)
  })
})
