import { randomUUID } from 'node:crypto'
import type WebSocket from 'ws'
import type { Actor } from '../http/actor.ts'
import type { Page, Said } from './page.ts'

/** Whoever reads so slowly that this much waits is cut off. */
const MOST_WAITING_BYTES = 4_194_304

const GOODBYE_MS = 2000

const NOBODY: ReadonlySet<Page> = new Set()

/** The pages that came by plain WebSockets, and the rooms they are in. */
export class PlainPages {
  private readonly rooms = new Map<string, Set<PlainPage>>()
  private readonly everybody = new Set<PlainPage>()

  receive(socket: WebSocket, actor: Actor): PlainPage {
    const page = new PlainPage(socket, actor, this.rooms)
    this.everybody.add(page)
    page.enter(page.id)
    socket.once('close', () => {
      this.everybody.delete(page)
      page.quitAll()
    })
    return page
  }

  in(room: string): ReadonlySet<Page> {
    return this.rooms.get(room) ?? NOBODY
  }

  all(): ReadonlySet<PlainPage> {
    return this.everybody
  }

  tell(room: string, said: Said, except: readonly string[]): void {
    const pages = this.rooms.get(room)
    if (pages === undefined) return
    const text = written(said.event, said.payload)
    for (const page of pages) {
      if (!except.some((other) => this.rooms.get(other)?.has(page))) page.write(text)
    }
  }
}

const written = (event: string, data: unknown, ack?: unknown): string =>
  JSON.stringify({ event, data, ...(ack !== undefined && { ack }) })

/** A page that speaks `{event, data}` in JSON; `ack` names a message that wants an answer, and the answer to it. */
export class PlainPage implements Page {
  readonly id = randomUUID()
  readonly watched = new Set<string>()
  readonly actor: Actor
  private readonly entered = new Set<string>()
  private readonly socket: WebSocket
  private readonly rooms: Map<string, Set<PlainPage>>

  constructor(socket: WebSocket, actor: Actor, rooms: Map<string, Set<PlainPage>>) {
    this.socket = socket
    this.actor = actor
    this.rooms = rooms
  }
  isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }
  say({ event, payload }: Said): void {
    this.write(written(event, payload))
  }
  acknowledge(ack: unknown, answer: unknown): void {
    this.write(written('ack', answer, ack))
  }
  write(text: string): void {
    if (!this.isOpen()) return
    if (this.socket.bufferedAmount > MOST_WAITING_BYTES) this.socket.terminate()
    else this.socket.send(text)
  }
  enter(room: string): void {
    const pages = this.rooms.get(room) ?? new Set()
    this.rooms.set(room, pages.add(this))
    this.entered.add(room)
  }
  quit(room: string): void {
    this.entered.delete(room)
    const pages = this.rooms.get(room)
    pages?.delete(this)
    if (pages?.size === 0) this.rooms.delete(room)
  }
  quitAll(): void {
    for (const room of [...this.entered]) this.quit(room)
  }
  close(code = 1001): void {
    this.socket.close(code)
    // whoever does not answer is not waited for
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref()
  }
}
