import type { Message } from './model'
import type { Shelf } from './outbox-shelf'
import { judge } from './outbox-verdict'
import { inOrder, nameOfPlace, newUnsent, type Place, type Unsent } from './unsent'

/** What tabs tell each other: the shelf has changed, and what of it has arrived. */
export type News = { arrived?: Message; clientId?: string }

export type Hooks = {
  shelf: Shelf
  post: (unsent: Unsent) => Promise<Message>
  /** Told in every tab, as soon as the server has one. */
  onArrived: (message: Message) => void
  /** Tells the other tabs. */
  announce: (news: News) => void
}

/**
 * The messages of one person that are on their way. The shelf is the truth that all tabs share; the one that leads
 * sends, in each conversation one after the other, so that they arrive in the order they were written.
 */
export class Outbox {
  readonly #hooks: Hooks
  readonly #owner: string
  readonly #ears = new Set<() => void>()
  /** Written here and perhaps not on the shelf yet. */
  readonly #fresh = new Set<string>()
  /** Arrived or taken back; a look at the shelf from before brings none of it back. */
  readonly #gone = new Set<string>()
  readonly #busy = new Set<string>()
  readonly #resting = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #tries = new Map<string, number>()
  #items: readonly Unsent[] = []
  #leads = false
  #over = false

  constructor(owner: string, hooks: Hooks) {
    this.#owner = owner
    this.#hooks = hooks
  }

  readonly list = (): readonly Unsent[] => this.#items
  readonly subscribe = (ear: () => void): (() => void) => {
    this.#ears.add(ear)
    return () => this.#ears.delete(ear)
  }

  readonly add = (to: Place, text: string): void => {
    const unsent = newUnsent(this.#owner, to, text)
    this.#set([...this.#items, unsent])
    this.#keep(unsent)
  }

  readonly retry = (clientId: string): void => {
    const found = this.#items.find((one) => one.clientId === clientId)
    if (!found) return
    const again = { ...found, problem: undefined }
    this.#tries.delete(nameOfPlace(found.to))
    this.#replace(again)
    this.#keep(again)
  }

  readonly discard = (...clientIds: string[]): void => void this.#drop(clientIds)

  /** Another tab has changed the shelf. */
  readonly hear = ({ arrived, clientId }: News): void => {
    if (arrived) this.#hooks.onArrived(arrived)
    if (clientId !== undefined) this.#gone.add(clientId)
    void this.load()
  }

  readonly load = async (): Promise<void> => {
    const before = new Set(this.#fresh)
    const kept = await this.#hooks.shelf.load(this.#owner)
    const isFresh = ({ clientId }: Unsent) => before.has(clientId) || this.#fresh.has(clientId)
    const fresh = this.#items.filter(isFresh)
    const all = [...kept.filter((one) => !fresh.some(({ clientId }) => clientId === one.clientId)), ...fresh]
    this.#set(inOrder(all.filter(({ clientId }) => !this.#gone.has(clientId))))
    this.pump()
  }

  /** This tab sends from now on. */
  readonly lead = (): Promise<void> => {
    this.#leads = true
    return this.load()
  }

  /** The network, the server or the session is back. */
  readonly wake = (): void => {
    for (const timer of this.#resting.values()) clearTimeout(timer)
    this.#resting.clear()
    this.pump()
  }

  readonly close = (): void => {
    this.#over = true
    for (const timer of this.#resting.values()) clearTimeout(timer)
    this.#ears.clear()
  }

  readonly pump = (): void => {
    if (!this.#leads || this.#over || !navigator.onLine) return
    const seen = new Set<string>()
    for (const unsent of this.#items) {
      const place = nameOfPlace(unsent.to)
      if (unsent.problem !== undefined || seen.has(place)) continue
      seen.add(place)
      if (!this.#busy.has(place) && !this.#resting.has(place)) void this.#send(unsent, place)
    }
  }

  async #send(unsent: Unsent, place: string): Promise<void> {
    this.#busy.add(place)
    try {
      const arrived = await this.#hooks.post(unsent)
      this.#tries.delete(place)
      if (this.#over) return
      this.#hooks.onArrived(arrived)
      await this.#drop([unsent.clientId], arrived)
    } catch (error) {
      this.#fail(unsent, place, error)
    } finally {
      this.#busy.delete(place)
      this.pump()
    }
  }

  #fail(unsent: Unsent, place: string, error: unknown): void {
    if (this.#over) return
    const count = (this.#tries.get(place) ?? 0) + 1
    this.#tries.set(place, count)
    const verdict = judge(error, count, Math.random())
    if (!verdict.waits) {
      // taken back meanwhile
      if (!this.#items.some(({ clientId }) => clientId === unsent.clientId)) return
      const failed = { ...unsent, problem: verdict.problem }
      this.#tries.delete(place)
      this.#replace(failed)
      this.#keep(failed)
      return
    }
    const rest = () => {
      this.#resting.delete(place)
      this.pump()
    }
    this.#resting.set(place, setTimeout(rest, verdict.forMs ?? ASLEEP_MS))
  }

  #keep(unsent: Unsent): void {
    this.#fresh.add(unsent.clientId)
    const kept = () => {
      this.#fresh.delete(unsent.clientId)
      this.#hooks.announce({})
    }
    void this.#hooks.shelf.put(unsent).then(kept)
    this.pump()
  }

  async #drop(clientIds: readonly string[], arrived?: Message): Promise<void> {
    for (const id of clientIds) this.#gone.add(id)
    this.#set(this.#items.filter(({ clientId }) => !clientIds.includes(clientId)))
    await this.#hooks.shelf.remove(clientIds)
    this.#hooks.announce(arrived ? { arrived, clientId: clientIds[0] ?? '' } : {})
  }

  #replace(changed: Unsent): void {
    this.#set(this.#items.map((one) => (one.clientId === changed.clientId ? changed : one)))
  }

  #set(items: readonly Unsent[]): void {
    if (this.#over) return
    this.#items = items
    for (const ear of this.#ears) ear()
  }
}

/** Only being woken helps; looked after all the same now and then. */
const ASLEEP_MS = 60_000
