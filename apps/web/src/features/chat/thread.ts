import type { ChatEvents } from '@sharemyshows/contract/live'
import type { ChatEars, Heard } from '@/lib/live-ears'
import {
  begin,
  type Known,
  type Message,
  type MessagePage,
  NOTHING,
  settle,
  withEarlier,
  withMessages,
} from './model'

export type ThreadState = {
  phase: 'loading' | 'failed' | 'open' | 'closed'
  error?: unknown
  known: Known
  /** What lies further back. */
  earlier: 'idle' | 'loading' | 'failed'
}

type Ask = { cursor?: string; after?: number; limit: number }
export type Presence = Extract<Heard, { event: 'user_joined' | 'user_left' }>

export type Wires = {
  read: (ask: Ask) => Promise<MessagePage>
  join: (ears: ChatEars) => () => void
  onPresence?: (heard: Presence) => void
}

const PAGE = 50
const LONGEST_PAGE = 100
/** Whoever has missed more than so many pages begins anew at the end. */
const MOST_PAGES = 10
const AGAIN_MS = 3000

/**
 * What is said in one conversation while it is open: read, then joined, so that what is pushed goes on where the page
 * ended. Whatever breaks in between, `known.settled` says up to where nothing is missing, and joining goes on from there.
 */
export class Thread {
  #state: ThreadState = { phase: 'loading', known: NOTHING, earlier: 'idle' }
  readonly #wires: Wires
  readonly #ears = new Set<() => void>()
  /** Something before what is pushed may be missing; until it is here, nothing new is settled. */
  #behind = true
  #joins = 0
  /** Which time it is being joined. */
  #turn = 0
  #leave: (() => void) | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(wires: Wires) {
    this.#wires = wires
    void this.load()
  }

  readonly read = (): ThreadState => this.#state
  readonly subscribe = (ear: () => void): (() => void) => {
    this.#ears.add(ear)
    return () => this.#ears.delete(ear)
  }

  /** Reads the end of the conversation, and goes on from there. */
  readonly load = async (): Promise<void> => {
    this.#set({ phase: 'loading', error: undefined })
    try {
      const page = await this.#wires.read({ limit: PAGE })
      if (this.#over) return
      this.#set({ phase: 'open', known: begin(page) })
      this.#leave ??= this.#wires.join(this.#heard())
    } catch (error) {
      this.#set({ phase: 'failed', error })
    }
  }

  /** Reads the page before the oldest message here. */
  readonly loadEarlier = async (): Promise<void> => {
    const { known, earlier, phase } = this.#state
    if (known.cursor === null || earlier === 'loading' || phase !== 'open') return
    this.#set({ earlier: 'loading' })
    try {
      const page = await this.#wires.read({ limit: PAGE, cursor: known.cursor })
      this.#set({ earlier: 'idle', known: withEarlier(this.#state.known, page) })
    } catch {
      this.#set({ earlier: 'failed' })
    }
  }

  /** Takes what became known elsewhere, such as my own message by its acknowledgement. */
  readonly add = (...messages: readonly Message[]): void =>
    this.#set({ known: withMessages(this.#state.known, messages) })

  readonly close = (): void => {
    this.#over = true
    this.#leave?.()
    clearTimeout(this.#timer)
    this.#ears.clear()
  }

  #heard(): ChatEars {
    return {
      after: () => this.#state.known.settled,
      joining: () => {
        this.#behind = true
        this.#turn++
      },
      joined: (answer) => {
        if (!answer.ok) this.#shut()
        // what was changed or deleted meanwhile is not replayed
        else if (this.#joins++ > 0) void this.#reread()
      },
      hear: (heard) => this.#hear(heard),
    }
  }

  #hear(heard: Heard): void {
    if (heard.event === 'new_message' || heard.event === 'message_changed') {
      this.add(heard.payload)
      if (heard.event === 'new_message' && !this.#behind) this.#settleAll()
    } else if (heard.event === 'recent_messages') {
      this.#hearMissed(heard.payload)
    } else if (heard.event === 'chat_closed') {
      this.#shut()
    } else {
      this.#wires.onPresence?.(heard)
    }
  }

  #hearMissed({ messages, complete, last_number }: ChatEvents['recent_messages']): void {
    this.add(...messages)
    if (!complete) {
      void this.#catchUp()
      return
    }
    this.#behind = false
    this.#settleAll(last_number)
  }

  #settleAll(atLeast = 0): void {
    const { known } = this.#state
    this.#set({ known: settle(known, Math.max(atLeast, known.messages.at(-1)?.number ?? 0)) })
  }

  /** Reads what was missed, page by page; what is pushed meanwhile stands behind it by its number. */
  async #catchUp(): Promise<void> {
    const turn = this.#turn
    // a later join reads for itself
    const isOver = () => this.#over || turn !== this.#turn
    try {
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await this.#wires.read({ after: this.#state.known.settled, limit: LONGEST_PAGE })
        if (isOver()) return
        this.add(...page.items)
        this.#set({ known: settle(this.#state.known, page.items.at(-1)?.number ?? 0) })
        if (page.next_cursor !== null) continue
        this.#behind = false
        this.#settleAll()
        return
      }
      await this.#beginAnew(isOver)
    } catch {
      this.#timer = setTimeout(() => isOver() || void this.#catchUp(), AGAIN_MS)
    }
  }

  async #beginAnew(isOver: () => boolean): Promise<void> {
    const page = await this.#wires.read({ limit: PAGE })
    if (isOver()) return
    const end = begin(page)
    const pushed = this.#state.known.messages.filter(({ number }) => number > end.settled)
    this.#behind = false
    this.#set({ known: withMessages(end, pushed), earlier: 'idle' })
  }

  async #reread(): Promise<void> {
    try {
      const { items } = await this.#wires.read({ limit: PAGE })
      this.add(...items)
    } catch {
      // the next time the channel comes back
    }
  }

  /** Nothing here is for this person's eyes any more. */
  #shut(): void {
    this.#set({ phase: 'closed', known: NOTHING })
  }

  #set(part: Partial<ThreadState>): void {
    if (this.#over) return
    this.#state = { ...this.#state, ...part }
    for (const ear of this.#ears) ear()
  }
}
