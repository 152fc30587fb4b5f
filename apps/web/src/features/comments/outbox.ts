import { newIdempotencyKey } from '@/lib/idempotency'
import { isAbort, sayProblem } from '@/lib/problem'

/** A comment that the server has not taken yet; however often it is sent with its key, it is written once. */
export type Unsent = { key: string; content: string; state: 'sending' | 'failed'; problem?: string }

type Post = (unsent: Unsent) => Promise<unknown>
type Shelf = { read: () => string | undefined; keep: (text: string) => void }

/**
 * Comments on their way, in the order they were written and one after the other. Each stays until the server has it or
 * the person throws it away, also over a reload of the page.
 */
export class Outbox {
  private items: readonly Unsent[]
  private line: Promise<void> = Promise.resolve()
  private readonly ears = new Set<() => void>()
  private readonly post: Post
  private readonly shelf: Shelf

  constructor(post: Post, shelf: Shelf) {
    this.post = post
    this.shelf = shelf
    this.items = restore(shelf.read())
  }

  subscribe = (ear: () => void): (() => void) => {
    this.ears.add(ear)
    return () => this.ears.delete(ear)
  }
  list = (): readonly Unsent[] => this.items

  add(content: string): void {
    const unsent: Unsent = { key: newIdempotencyKey(), content, state: 'sending' }
    this.write([...this.items, unsent])
    this.send(unsent.key)
  }

  retry(key: string): void {
    this.write(this.items.map((one) => (one.key === key ? waiting(one) : one)))
    this.send(key)
  }

  discard(key: string): void {
    this.write(this.items.filter((one) => one.key !== key))
  }

  private send(key: string): void {
    this.line = this.line.then(async () => {
      const unsent = this.items.find((one) => one.key === key && one.state === 'sending')
      if (!unsent) return
      try {
        await this.post(unsent)
        this.discard(key)
      } catch (error) {
        const problem = isAbort(error) ? '' : sayProblem(error)
        this.write(this.items.map((one) => (one.key === key ? { ...one, state: 'failed', problem } : one)))
      }
    })
  }

  private write(items: readonly Unsent[]): void {
    this.items = items
    this.shelf.keep(items.length === 0 ? '' : JSON.stringify(items))
    for (const ear of this.ears) ear()
  }
}

const waiting = ({ key, content }: Unsent): Unsent => ({ key, content, state: 'sending' })

/** Nobody knows whether what was on its way has arrived; sending it again does no harm. */
function restore(text: string | undefined): Unsent[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(items)) return []
    return items.map(({ key, content, problem }) => ({
      key: String(key),
      content: String(content),
      state: 'failed',
      problem: typeof problem === 'string' ? problem : 'It may not have been sent.',
    }))
  } catch {
    return []
  }
}
