import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/lib/problem'
import type { Arrived, Sending } from './sending'
import { newUpload, restored, type Upload } from './upload-item'
import { UploadQueue } from './upload-queue'
import type { Shelf } from './upload-shelf'

type Open = Sending & { resolve: (arrived: Arrived) => void; reject: (error: unknown) => void }

const MB = 1_048_576
const SAFE: Arrived = { mediaId: 'm', kind: 'photo', duplicate: false }

let network: { onLine: boolean }
let open: Open[]
let kept: Map<string, Upload>
let bytes: Map<string, Blob>
let room: boolean
let orders: number
const giveUp = vi.fn(async () => undefined)
const onArrived = vi.fn()

/** What IndexedDB does for the queue, in memory; a second queue finds what the first one left. */
const shelf: Shelf = {
  load: async (owner) => [...kept.values()].filter((one) => one.owner === owner).map(restored),
  put: async (...uploads) => {
    for (const upload of uploads) kept.set(upload.key, upload)
  },
  remove: async (keys) => {
    for (const key of keys) kept.delete(key) && bytes.delete(key)
  },
  keepFile: async (key, file) => room && bytes.set(key, file) !== undefined,
  dropFile: async (key) => void bytes.delete(key),
  file: async (key) => bytes.get(key),
}

const send = (sending: Sending) =>
  new Promise<Arrived>((resolve, reject) => {
    open.push({ ...sending, resolve, reject })
    sending.signal.addEventListener('abort', () => reject(sending.signal.reason))
  })

const make = async (owner = 'ana') =>
  new UploadQueue({ send, giveUp, shelf, onArrived }, await shelf.load(owner))
const file = (name: string, size = name.length) => {
  const made = new File([name], name, { lastModified: 1 })
  Object.defineProperty(made, 'size', { value: size })
  return made
}
const add = (queue: UploadQueue, ...files: File[]) => addTo(queue, 'show', ...files)
const addTo = (queue: UploadQueue, showId: string, ...files: File[]) => {
  const uploads = files.map((one) => newUpload({ owner: 'ana', showId, order: orders++ }, one))
  queue.obey({ do: 'add', uploads, files: new Map(uploads.map(({ key }, n) => [key, files[n] as File])) })
  return nextTurn()
}
const problem = (code: ApiProblem['code'], status = 422, retryAfter?: number) =>
  new ApiProblem({ code, status, retryAfter, message: code })
const states = (queue: UploadQueue) => queue.read().uploads.map(({ state }) => state)
const names = () => open.map(({ upload }) => upload.name)
const nextTurn = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  network = { onLine: true }
  vi.stubGlobal('navigator', network)
  vi.useFakeTimers()
  vi.clearAllMocks()
  open = []
  kept = new Map()
  bytes = new Map()
  room = true
  orders = 0
})

describe('the line', () => {
  it('sends three at a time and begins the next when one ends', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'), file('b.jpg'), file('c.jpg'), file('d.jpg'))
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
    open[1]?.resolve(SAFE)
    await nextTurn()
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'])
  })

  it('begins the next while the server looks at what it has, as far as the browser has connections', async () => {
    const queue = await make()
    await add(queue, ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => file(`${name}.jpg`)))
    for (const { onKnown } of open.slice()) onKnown({ state: 'finishing' })
    await nextTurn()
    expect(names()).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg'])
  })

  it('sends one large file at a time, and small ones beside it', async () => {
    const queue = await make()
    await add(queue, file('a.mov', 900 * MB), file('b.mov', 900 * MB), file('c.jpg'), file('d.jpg'))
    expect(names()).toEqual(['a.mov', 'c.jpg', 'd.jpg'])
  })

  it('lets one bad file fail alone, with its reason', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'), file('b.jpg'), file('c.jpg'))
    open[0]?.resolve(SAFE)
    open[1]?.reject(problem('unsupported_format'))
    open[2]?.resolve(SAFE)
    await nextTurn()
    expect(states(queue)).toEqual(['done', 'failed', 'done'])
    expect(queue.read().uploads[1]).toMatchObject({ reason: 'unsupported_format', hopeless: true })
    expect(onArrived).toHaveBeenCalledTimes(2)
  })

  it('refuses what is empty, too large for its kind or none of ours, without sending it', async () => {
    const queue = await make()
    await add(queue, file('a.jpg', 0), file('b.jpg', 101 * MB), file('c.mov', 101 * MB), file('d.zip'))
    expect(states(queue)).toEqual(['failed', 'failed', 'hashing', 'failed'])
    expect(names()).toEqual(['c.mov'])
  })

  it('does not take a file twice that is on its way to the same show', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'))
    await add(queue, file('a.jpg'))
    await addTo(queue, 'another show', file('a.jpg'))
    expect(queue.read().uploads.map(({ showId }) => showId)).toEqual(['show', 'another show'])
  })
})

describe('a try that failed', () => {
  it('is made again from where it stands', async () => {
    const queue = await make()
    await add(queue, file('a.mov', 20 * MB))
    open[0]?.onKnown({ address: '/api/v1/uploads/1', sha256: 'f', safe: 8 * MB, sent: 9 * MB })
    open[0]?.reject(problem('unreachable', 0))
    await nextTurn()
    expect(queue.read().uploads[0]).toMatchObject({ state: 'waiting', sent: 8 * MB })
    await vi.advanceTimersByTimeAsync(2000)
    expect(open[1]?.upload).toMatchObject({ address: '/api/v1/uploads/1', sha256: 'f' })
  })

  it('goes on for as long as the server is out of reach, once a minute in the end', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'))
    for (let count = 1; count <= 30; count++) {
      open.at(-1)?.reject(problem('unreachable', 0))
      await vi.advanceTimersByTimeAsync(60_000)
      expect(open).toHaveLength(count + 1)
    }
    expect(states(queue)).toEqual(['hashing'])
  })

  it('gives up on a server that answers with faults, unless bytes moved in between', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'))
    for (let count = 1; count <= 5; count++) {
      open.at(-1)?.reject(problem('unexpected', 500))
      await vi.advanceTimersByTimeAsync(60_000)
    }
    open.at(-1)?.onKnown({ safe: 1 })
    open.at(-1)?.reject(problem('unexpected', 500))
    await nextTurn()
    expect(states(queue)).toEqual(['waiting'])
    for (let count = 1; count <= 6; count++) {
      await vi.advanceTimersByTimeAsync(60_000)
      open.at(-1)?.reject(problem('unexpected', 500))
    }
    await nextTurn()
    expect(states(queue)).toEqual(['failed'])
    queue.obey({ do: 'retry' })
    expect(states(queue)).toEqual(['hashing'])
  })

  it.each([
    ['rate_limited', 429],
    ['upload_busy', 409],
    ['unexpected', 503],
  ] as const)('waits as long as the server asks: %s', async (code, status) => {
    const queue = await make()
    await add(queue, file('a.jpg'))
    open[0]?.reject(problem(code, status, 30))
    await vi.advanceTimersByTimeAsync(29_000)
    expect(open).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(4000)
    expect(open).toHaveLength(2)
  })

  it('is made at once when the server is back', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'))
    open[0]?.reject(problem('unreachable', 0))
    await nextTurn()
    queue.wake()
    await nextTurn()
    expect(open).toHaveLength(2)
  })

  it('waits for the network, and lets go of what runs when that is gone', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'))
    network.onLine = false
    queue.sleep()
    await nextTurn()
    expect(states(queue)).toEqual(['waiting'])
    expect(open[0]?.signal.aborted).toBe(true)
    network.onLine = true
    queue.wake()
    await nextTurn()
    expect(open).toHaveLength(2)
  })
})

describe('what a person asks', () => {
  it('pauses and goes on, one or all', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'), file('b.jpg'))
    const [first] = queue.read().uploads
    queue.obey({ do: 'pause', keys: [first?.key ?? ''] })
    await nextTurn()
    expect(states(queue)).toEqual(['paused', 'hashing'])
    queue.obey({ do: 'pause' })
    await nextTurn()
    expect(states(queue)).toEqual(['paused', 'paused'])
    expect(open.every(({ signal }) => signal.aborted)).toBe(true)
    queue.obey({ do: 'go' })
    await nextTurn()
    expect(states(queue)).toEqual(['hashing', 'hashing'])
    expect(open).toHaveLength(4)
  })

  it('cancels what is on its way, tells the server, and begins the next', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'), file('b.jpg'), file('c.jpg'), file('d.jpg'))
    open[0]?.onKnown({ address: '/api/v1/uploads/1' })
    queue.obey({ do: 'remove', keys: [open[0]?.upload.key ?? ''] })
    await nextTurn()
    expect(queue.read().uploads.map(({ name }) => name)).toEqual(['b.jpg', 'c.jpg', 'd.jpg'])
    expect(names().at(-1)).toBe('d.jpg')
    expect(giveUp).toHaveBeenCalledExactlyOnceWith('/api/v1/uploads/1')
    expect([...kept.values()].map(({ name }) => name)).toEqual(['b.jpg', 'c.jpg', 'd.jpg'])
  })

  it('tries all that failed again, but not what can only fail', async () => {
    const queue = await make()
    await add(queue, file('a.jpg'), file('b.jpg'))
    open[0]?.reject(problem('file_corrupt'))
    open[1]?.reject(problem('quota_exceeded', 413))
    await nextTurn()
    expect(queue.read().uploads[1]).toMatchObject({ state: 'failed', full: true })
    queue.obey({ do: 'retry' })
    expect(states(queue)).toEqual(['failed', 'hashing'])
  })
})

describe('a reload', () => {
  it('goes on with what was on its way, from where it stood', async () => {
    const first = await make()
    await add(first, file('a.mov', 20 * MB))
    open[0]?.onKnown({ state: 'sending', address: '/api/v1/uploads/1', sha256: 'f', safe: 8 * MB })
    await nextTurn()
    first.stop()
    open = []
    const second = await make()
    await nextTurn()
    expect(open[0]?.upload).toMatchObject({ name: 'a.mov', address: '/api/v1/uploads/1', sent: 8 * MB })
    expect(await open[0]?.file.text()).toBe('a.mov')
    expect(states(second)).toEqual(['sending'])
  })

  it('asks for the bytes that the browser had no room for, and knows them by name, size and date', async () => {
    room = false
    const first = await make()
    await add(first, file('a.mov', 20 * MB))
    open[0]?.onKnown({ address: '/api/v1/uploads/1', sha256: 'f' })
    await nextTurn()
    first.stop()
    open = []
    const second = await make()
    expect(states(second)).toEqual(['unread'])
    await add(second, file('a.mov', 20 * MB))
    expect(second.read().uploads).toHaveLength(1)
    expect(open[0]?.upload.address).toBe('/api/v1/uploads/1')
  })

  it('shows nothing of anybody else', async () => {
    await add(await make(), file('a.jpg'))
    expect((await make('bo')).read().uploads).toEqual([])
  })

  it('leaves what was paused paused, and what failed failed', async () => {
    const first = await make()
    await add(first, file('a.jpg'), file('b.jpg'))
    open[1]?.reject(problem('file_corrupt'))
    await nextTurn()
    first.obey({ do: 'pause' })
    await nextTurn()
    expect(states(await make())).toEqual(['paused', 'failed'])
  })

  it('forgets what has arrived', async () => {
    const first = await make()
    await add(first, file('a.jpg'))
    open[0]?.resolve(SAFE)
    await nextTurn()
    expect([...kept.keys(), ...bytes.keys()]).toEqual([])
  })
})

describe('a recording that has arrived', () => {
  const video: Arrived = { mediaId: 'v', kind: 'video', duplicate: false }

  it('is followed until it plays', async () => {
    const queue = await make()
    await add(queue, file('a.mov'))
    open[0]?.resolve(video)
    await nextTurn()
    queue.hear({ id: 'v', state: 'processing', progress: 0.4 })
    expect(queue.read().uploads).toMatchObject([{ state: 'preparing', share: 0.4 }])
    queue.hear({ id: 'v', state: 'ready', progress: 1 })
    expect(states(queue)).toEqual(['done'])
  })

  it('is done when it was prepared before anybody knew its name', async () => {
    const queue = await make()
    await add(queue, file('a.mov'))
    queue.hear({ id: 'v', state: 'ready', progress: 1 })
    open[0]?.resolve(video)
    await nextTurn()
    expect(states(queue)).toEqual(['done'])
  })

  it('says why it cannot be played', async () => {
    const queue = await make()
    await add(queue, file('a.mov'))
    open[0]?.resolve(video)
    await nextTurn()
    queue.hear({ id: 'v', state: 'failed', progress: 1, message: 'It has no picture.' })
    expect(queue.read().uploads).toMatchObject([{ state: 'failed', reason: 'It has no picture.' }])
  })

  it('is done at once when it was there before', async () => {
    const queue = await make()
    await add(queue, file('a.mov'))
    open[0]?.resolve({ ...video, duplicate: true })
    await nextTurn()
    expect(queue.read().uploads).toMatchObject([{ state: 'done', duplicate: true }])
  })
})
