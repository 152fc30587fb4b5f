import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatEars } from '@/lib/live-ears'
import { message, messages } from './fixtures-for-tests'
import type { Message, MessagePage } from './model'
import { Thread, type Wires } from './thread'

/** The conversation as the server has it. */
let said: Message[]
let ears: ChatEars | undefined
const read = vi.fn<Wires['read']>()
const left = vi.fn()

function page({ cursor, after, limit }: Parameters<Wires['read']>[0]): MessagePage {
  if (after !== undefined) {
    const since = said.filter(({ number }) => number > after)
    return { items: since.slice(0, limit), next_cursor: since.length > limit ? 'on' : null }
  }
  const before = said.filter(({ number }) => cursor === undefined || number < Number(cursor)).toReversed()
  const items = before.slice(0, limit)
  return { items, next_cursor: before.length > limit ? String(items.at(-1)?.number) : null }
}

beforeEach(() => {
  vi.useFakeTimers()
  ears = undefined
  left.mockReset()
  read.mockReset()
  read.mockImplementation(async (ask) => page(ask))
})

async function open(count: number): Promise<Thread> {
  said = messages(1, count)
  const thread = new Thread({
    read,
    join(made) {
      ears = made
      ears.joining()
      return left
    },
  })
  await settled()
  return thread
}
const settled = () => vi.advanceTimersByTimeAsync(0)
const numbers = (thread: Thread) => thread.read().known.messages.map(({ number }) => number)
const push = (number: number) => {
  said.push(message(number))
  ears?.hear({ event: 'new_message', payload: message(number) })
}
const replay = (complete: boolean, ...missed: Message[]) =>
  ears?.hear({
    event: 'recent_messages',
    payload: { conversation_id: 'c', messages: missed, last_number: said.at(-1)?.number ?? 0, complete },
  })
const range = (from: number, to: number) => messages(from, to).map(({ number }) => number)

describe('an open conversation', () => {
  it('joins where the page that was read ends, and goes on from there', async () => {
    const thread = await open(3)
    expect(ears?.after()).toBe(3)
    replay(true)
    push(4)
    expect(numbers(thread)).toEqual([1, 2, 3, 4])
    expect(ears?.after()).toBe(4)
  })

  it('does not take what is pushed for all there is while what was missed is still on its way', async () => {
    const thread = await open(3)
    replay(true)
    ears?.joining()
    said.push(...messages(4, 5))
    push(6)
    // cut again before the replay came
    expect(ears?.after()).toBe(3)
    replay(true, ...messages(4, 6))
    expect(numbers(thread)).toEqual(range(1, 6))
    expect(ears?.after()).toBe(6)
  })

  it('reads what was missed where it is more than is replayed', async () => {
    const thread = await open(3)
    said = messages(1, 400)
    replay(false, ...messages(4, 203))
    push(401)
    await settled()
    expect(numbers(thread)).toEqual(range(1, 401))
    expect(ears?.after()).toBe(401)
  })

  it('begins anew at the end after a very long absence', async () => {
    const thread = await open(3)
    said = messages(1, 3000)
    // somebody goes on talking while the end is read
    read.mockImplementation(async (ask) => {
      const told = page(ask)
      if (ask.after === undefined) push(3001)
      return told
    })
    replay(false)
    await settled()
    expect(numbers(thread)).toEqual(range(2951, 3001))
    expect(thread.read().known.cursor).toBe('2951')
    push(3002)
    expect(ears?.after()).toBe(3002)
  })

  it('tries again when what was missed cannot be read', async () => {
    const thread = await open(3)
    said = messages(1, 300)
    read.mockRejectedValueOnce(new Error('no'))
    replay(false)
    await settled()
    expect(ears?.after()).toBe(3)
    await vi.advanceTimersByTimeAsync(3000)
    expect(numbers(thread)).toEqual(range(1, 300))
  })

  it('leaves reading what was missed to a later join', async () => {
    const thread = await open(3)
    said = messages(1, 300)
    let tell: ((page: MessagePage) => void) | undefined
    read.mockReturnValueOnce(
      new Promise((resolve) => {
        tell = resolve
      }),
    )
    replay(false)
    ears?.joining()
    tell?.(page({ after: 3, limit: 500 }))
    await settled()
    push(301)
    expect(ears?.after()).toBe(3)
    replay(true, ...messages(4, 301))
    expect(numbers(thread)).toEqual(range(1, 301))
  })

  it('sees after a break what was changed meanwhile', async () => {
    const thread = await open(3)
    ears?.joined({ ok: true })
    said[1] = { ...message(2, { text: '', deleted: true }), updated_at: '2024-06-02T00:00:00.000Z' }
    ears?.joining()
    ears?.joined({ ok: true })
    replay(true)
    await settled()
    expect(thread.read().known.messages[1]?.deleted).toBe(true)
  })

  it('brings what was said earlier, page by page, and tells when that fails', async () => {
    const thread = await open(120)
    expect(numbers(thread)).toEqual(range(71, 120))
    read.mockRejectedValueOnce(new Error('no'))
    await thread.loadEarlier()
    expect(thread.read().earlier).toBe('failed')
    await thread.loadEarlier()
    await thread.loadEarlier()
    await thread.loadEarlier()
    expect(numbers(thread)).toEqual(range(1, 120))
  })

  it.each([
    ['the server closes it', () => ears?.hear({ event: 'chat_closed', payload: { conversation_id: 'c' } })],
    ['joining is refused', () => ears?.joined({ ok: false, error: { code: 'not_found', message: '' } })],
  ])('shows nothing any more when %s', async (_what, close) => {
    const thread = await open(3)
    close()
    expect(thread.read()).toMatchObject({ phase: 'closed', known: { messages: [] } })
  })

  it('leaves when it is closed, and says when it could not be read', async () => {
    const thread = await open(3)
    thread.close()
    expect(left).toHaveBeenCalledOnce()
    read.mockRejectedValueOnce(new Error('no'))
    expect((await open(1)).read().phase).toBe('failed')
  })
})
