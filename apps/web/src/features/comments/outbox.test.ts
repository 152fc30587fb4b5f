import { describe, expect, it, vi } from 'vitest'
import { Outbox, type Unsent } from './outbox'

vi.stubGlobal('navigator', { onLine: true })

function setUp(kept?: string) {
  const shelf = {
    text: kept,
    read: () => shelf.text,
    keep(text: string) {
      shelf.text = text
    },
  }
  const sent: Unsent[] = []
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = []
  const post = (unsent: Unsent) =>
    new Promise<void>((resolve, reject) => {
      sent.push(unsent)
      answers.push({ resolve, reject })
    })
  const outbox = new Outbox(post, shelf)
  const states = () => outbox.list().map(({ content, state }) => `${content} ${state}`)
  const settle = async (how: 'resolve' | 'reject') => {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0))
    answers.shift()?.[how](new Error('no'))
    await Promise.resolve()
  }
  return { outbox, shelf, sent, states, settle }
}

describe('an outbox', () => {
  it('sends one after the other, in the order they were written', async () => {
    const { outbox, sent, states, settle } = setUp()
    outbox.add('one')
    outbox.add('two')
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(states()).toEqual(['one sending', 'two sending'])
    await settle('resolve')
    await vi.waitFor(() => expect(sent.map(({ content }) => content)).toEqual(['one', 'two']))
    await settle('resolve')
    await vi.waitFor(() => expect(states()).toEqual([]))
  })

  it('keeps what failed and sends it again with the same key', async () => {
    const { outbox, sent, states, settle, shelf } = setUp()
    outbox.add('one')
    await settle('reject')
    await vi.waitFor(() => expect(states()).toEqual(['one failed']))
    const [failed] = outbox.list()
    expect(failed?.problem).toBeTruthy()
    outbox.retry(failed?.key ?? '')
    await settle('resolve')
    await vi.waitFor(() => expect(states()).toEqual([]))
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(shelf.text).toBe('')
  })

  it('is there again after a reload, and what was thrown away is not', async () => {
    const first = setUp()
    first.outbox.add('one')
    first.outbox.add('two')
    const [one, two] = first.outbox.list()
    const again = setUp(first.shelf.text)
    expect(again.states()).toEqual(['one failed', 'two failed'])
    again.outbox.retry(one?.key ?? '')
    again.outbox.discard(two?.key ?? '')
    await again.settle('resolve')
    await vi.waitFor(() => expect(again.states()).toEqual([]))
    expect(again.sent).toMatchObject([{ key: one?.key, content: 'one' }])
  })

  it.each(['x', '{}', 'null', '[null]'])('begins empty when what was kept is %s', (kept) => {
    expect(setUp(kept).states()).toEqual([])
  })
})
