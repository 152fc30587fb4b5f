import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen, type TestSocket } from '../../../test/live.ts'
import { startBeside, startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

/** Two processes on one database, and people who come now through the one and now through the other. */
let server: TestServer
let other: Awaited<ReturnType<typeof startBeside>>
let show_id: string
beforeAll(async () => {
  server = await startTestServer()
  other = await startBeside(server)
})
afterAll(async () => {
  await other.stop()
  await server.stop()
})

const PEOPLE = 20
const MESSAGES = 50

type Line = { number: number; text: string }

/** Somebody who sends what she has to say in order, each until it is acknowledged, whatever becomes of her connection. */
class Talker {
  readonly log: Line[] = []
  readonly numbers = new Map<string, Set<number>>()
  private socket: TestSocket | undefined
  private readonly name: string
  private readonly who: Client
  private readonly urls: readonly string[]
  constructor(name: string, who: Client, urls: readonly string[]) {
    this.name = name
    this.who = who
    this.urls = urls
  }

  get last(): number {
    return this.log.at(-1)?.number ?? 0
  }

  async connect(n: number): Promise<TestSocket> {
    const { socket } = await listen(this.urls[n % this.urls.length] ?? '', this.who)
    const keep = (lines: readonly Line[]) => {
      for (const { number, text } of lines) this.log.push({ number, text })
    }
    socket.on('recent_messages', ({ messages }) => keep(messages))
    socket.on('new_message', (message) => keep([message]))
    const joined = await socket.emitWithAck('join_chat', { show_id, after: this.last })
    expect(joined).toMatchObject({ ok: true })
    this.socket = socket
    return socket
  }

  async talk(random: () => number): Promise<void> {
    let connected = 0
    let socket = await this.connect(connected++)
    for (let n = 0; n < MESSAGES; n++) {
      const text = `${this.name} ${n}`
      for (let sure = false; !sure; ) {
        const sending = socket
          .timeout(60_000)
          .emitWithAck('send_message', { show_id, text, client_id: `c${n}` })
        if (random() < 0.1) {
          // gone, perhaps before it arrived and perhaps before the answer came: nobody knows
          const gone = new Promise((resolve) => socket.once('disconnect', resolve))
          if (random() < 0.5) await Promise.race([sending, sleep(random() * 5)]).catch(() => {})
          socket.disconnect()
          await gone
          void sending.catch(() => {})
          socket = await this.connect(connected++)
          continue
        }
        const answer = await sending
        if (!answer.ok) throw new Error(answer.error.code)
        this.numbers.set(text, (this.numbers.get(text) ?? new Set()).add(answer.number))
        sure = true
      }
    }
  }

  async until(number: number): Promise<void> {
    while (this.last < number) {
      await new Promise((resolve) => this.socket?.once('new_message', resolve))
    }
  }
  close(): void {
    this.socket?.close()
  }
}

/** The same chance in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

describe('1,000 messages of 20 people whose connections come and go', () => {
  it('arrive once, in one order, everywhere', async () => {
    const names = [...Array(PEOPLE).keys()].map((n) => `talker-${n}`)
    const people = await server.people(...names)
    const [first] = people
    show_id = (await logShow(first as Client)).id
    for (const one of people) await one.post(`/shows/${show_id}/checkin`, {})
    const talkers = people.map(
      (who, n) => new Talker(names[n] ?? '', who, n % 2 ? [server.url, other.url] : [other.url, server.url]),
    )
    await Promise.all(talkers.map((talker, n) => talker.talk(chance(n + 1))))
    await Promise.all(talkers.map((talker) => talker.until(PEOPLE * MESSAGES)))

    const { rows } = await server.app.pool.query<Line>(
      'select number, text from messages m join conversations c on c.id = m.conversation_id where c.show_id = $1 order by number',
      [show_id],
    )
    expect(rows.map(({ number }) => number)).toEqual([...Array(PEOPLE * MESSAGES).keys()].map((n) => n + 1))
    expect(new Set(rows.map(({ text }) => text)).size).toBe(PEOPLE * MESSAGES)
    for (const talker of talkers) {
      // each once, in the order of the numbers, and the same to everybody
      expect(talker.log).toEqual(rows)
      for (const [text, numbers] of talker.numbers) {
        expect([...numbers]).toEqual([rows.find((row) => row.text === text)?.number])
      }
      talker.close()
    }
    // what somebody said is in the order in which she said it
    for (const name of names) {
      const own = rows.map(({ text }) => text).filter((text) => text.startsWith(`${name} `))
      expect(own).toEqual([...Array(MESSAGES).keys()].map((n) => `${name} ${n}`))
    }
  })
})

describe('two processes on one database', () => {
  it('have one room, and one list of who is there', async () => {
    const [ana, bo] = await server.people('ana', 'bo')
    const { id } = await logShow(ana, { artist_name: 'Two houses' })
    await bo.post(`/shows/${id}/checkin`, {})
    const here = await listen(server.url, ana)
    const there = await listen(other.url, bo)
    await here.socket.emitWithAck('join_chat', { show_id: id })
    // from now on this process knows who is there; whoever was before would not be told of
    await here.hear('user_joined')
    await there.socket.emitWithAck('join_chat', { show_id: id })
    await here.socket.emitWithAck('send_message', { show_id: id, text: 'Over there?' })
    await there.hear('new_message', { text: 'Over there?' })
    await there.socket.emitWithAck('send_message', { show_id: id, text: 'Here' })
    await here.hear('new_message', { text: 'Here' })
    const isJoined = () =>
      here.heard.some(
        ({ event, payload }) => event === 'user_joined' && JSON.stringify(payload).includes(bo.id),
      )
    while (!isJoined()) await new Promise((resolve) => here.socket.once('user_joined', resolve))
    expect((await ana.get(`/chat/show/${id}/active-users`)).body.active).toBe(2)
    await ana.delete(`/shows/${id}`)
    await here.hear('chat_closed')
    there.socket.close()
    here.socket.close()
  })
})
