import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { type Ear, listen } from '../../../test/live.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let mo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, mo] = await server.people('ana', 'bo', 'mo')
  await appoint(server, 'moderator', mo)
})
afterAll(() => server.stop())

const open: Ear[] = []
const ear = async (who: Client) => {
  const one = await listen(server.url, who)
  open.push(one)
  return one
}
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.close()
})

let nights = 0
/** A show that all of these attend, and the id of its room. */
const night = async (...who: Client[]) => {
  const show_date = new Date(Date.UTC(2015, 0, ++nights)).toISOString().slice(0, 10)
  const { id } = await logShow(ana, { show_date })
  for (const one of who) await one.post(`/shows/${id}/checkin`, {})
  return { show_id: id as string, conversation_id: (await ana.get(`/chat/show/${id}`)).body.id as string }
}
const join = (one: Ear, place: object) => one.socket.emitWithAck('join_chat', place as never)
const send = (one: Ear, message: object) => one.socket.emitWithAck('send_message', message as never)
const no = (code: string) => ({ ok: false, error: { code } })
const said = (one: Ear, event = 'new_message') =>
  one.heard.filter((heard) => heard.event === event).map(({ payload }) => payload.text)

describe('a room', () => {
  it('is told what is said there, the author as well, each once', async () => {
    const { show_id, conversation_id } = await night(bo)
    const [anas, bos] = [await ear(ana), await ear(bo)]
    for (const one of [anas, bos]) {
      expect(await join(one, { show_id })).toEqual({ ok: true, conversation_id, last_number: 0 })
    }
    const answer = await send(anas, { show_id, text: 'Here', client_id: 'x' })
    expect(answer).toEqual({ ok: true, id: expect.any(String), number: 1, conversation_id })
    expect(await send(anas, { show_id, text: 'Here', client_id: 'x' })).toEqual(answer)
    await send(bos, { conversation_id, content: 'Me too' })
    await anas.hear('new_message', { text: 'Me too' })
    await bos.hear('new_message', { text: 'Me too' })
    for (const one of [anas, bos]) expect(said(one)).toEqual(['Here', 'Me too'])
    const [own, others] = [anas, bos].map(
      (one) => one.heard.find(({ payload }) => payload.text === 'Here')?.payload,
    )
    expect([own?.client_id, others?.client_id]).toEqual(['x', null])
  })

  it('begins with what was said, and goes on from the number that a page knows', async () => {
    const { show_id, conversation_id } = await night()
    for (const text of ['1', '2', '3']) await ana.post(`/chat/show/${show_id}/messages`, { text })
    const recent = async (after?: number) => {
      const one = await ear(ana)
      await join(one, { show_id, ...(after !== undefined && { after }) })
      const { payload } = (await one.hear('recent_messages')) as unknown as {
        payload: { messages: { text: string }[]; complete: boolean; last_number: number }
      }
      return [payload.messages.map(({ text }) => text), payload.complete, payload.last_number]
    }
    expect(await recent()).toEqual([['1', '2', '3'], true, 3])
    expect(await recent(2)).toEqual([['3'], true, 3])
    expect(await recent(9)).toEqual([[], true, 3])
    // as if somebody had been away for a whole night
    await server.app.pool.query(
      `insert into messages (id, conversation_id, number, text)
        select gen_random_uuid(), $1, n, n::text from generate_series(4, 260) n`,
      [conversation_id],
    )
    await server.app.pool.query('update conversations set last_number = 260 where id = $1', [conversation_id])
    const [texts, complete, last] = (await recent(3)) as [string[], boolean, number]
    expect([texts.length, texts.at(0), texts.at(-1), complete, last]).toEqual([200, '61', '260', false, 260])
    expect((await recent())[0]).toHaveLength(50)
  })

  it('is told what is edited and deleted', async () => {
    const { show_id, conversation_id } = await night(bo)
    const bos = await ear(bo)
    await join(bos, { show_id })
    const { body } = await ana.post(`/chat/show/${show_id}/messages`, { text: 'Typo' })
    await ana.patch(`/chat/messages/${conversation_id}/${body.id}`, { text: 'Fixed' })
    expect((await bos.hear('message_changed', { text: 'Fixed' })).payload).toMatchObject({
      edited: true,
      number: 1,
    })
    await mo.delete(`/chat/messages/${conversation_id}/${body.id}`)
    expect((await bos.hear('message_changed', { text: '' })).payload).toMatchObject({ deleted: true })
  })

  it('is left', async () => {
    const { show_id } = await night(bo)
    const bos = await ear(bo)
    await join(bos, { show_id })
    expect(await bos.socket.emitWithAck('leave_chat', { show_id })).toEqual({ ok: true })
    await ana.post(`/chat/show/${show_id}/messages`, { text: 'Unheard' })
    const other = await night(bo)
    await join(bos, { show_id: other.show_id })
    await ana.post(`/chat/show/${other.show_id}/messages`, { text: 'Heard' })
    await bos.hear('new_message', { text: 'Heard' })
    expect(said(bos)).toEqual(['Heard'])
  })

  it('knows who is there', async () => {
    const { show_id } = await night(bo)
    const [dan] = await server.people('dan')
    await dan.post(`/shows/${show_id}/checkin`, {})
    await dan.post(`/users/${bo.id}/block`)
    const anas = await ear(ana)
    await join(anas, { show_id })
    await anas.hear('user_joined')
    const [bos, again, dans] = [await ear(bo), await ear(bo), await ear(dan)]
    for (const one of [bos, again, dans]) await join(one, { show_id })
    const joined = async (one: Ear, who: Client) => {
      for (;;) {
        const found = one.heard.find(
          ({ event, payload }) =>
            event === 'user_joined' && (payload.user as unknown as Client).id === who.id,
        )
        if (found) return found.payload
        await new Promise((resolve) => one.socket.once('user_joined', resolve))
      }
    }
    await joined(anas, bo)
    await joined(anas, dan)
    const names = async (who: Client) => {
      const { body } = await who.get(`/chat/show/${show_id}/active-users`)
      return [body.items.map((one: Client) => one.username), body.active]
    }
    // two pages of one person are one, and those whom a block parts do not know of each other
    expect(await names(ana)).toEqual([['ana', 'bo', 'dan'], 3])
    expect(await names(bo)).toEqual([['ana', 'bo'], 2])
    expect(await names(dan)).toEqual([['ana', 'dan'], 2])
    bos.socket.close()
    again.socket.close()
    expect((await anas.hear('user_left')).payload).toMatchObject({ user: { id: bo.id }, active: 2 })
    expect(JSON.stringify(dans.heard)).not.toContain(bo.id)
    expect(JSON.stringify(bos.heard)).not.toContain(dan.id)
    // whom a process has written down that died does not count
    await server.app.pool.query(
      `insert into live_processes values (gen_random_uuid(), now() - interval '1 minute')`,
    )
    await server.app.pool.query(
      `insert into presences select p.room, $1, l.id from live_processes l, presences p
        where l.beat_at < now() - interval '50 seconds' limit 1`,
      [mo.id],
    )
    expect(await names(ana)).toEqual([['ana', 'dan'], 2])
  })
})

describe('44: a page', () => {
  it('joins and speaks where its person may', async () => {
    const { show_id, conversation_id } = await night()
    const bos = await ear(bo)
    for (const place of [{ show_id }, { conversation_id }]) {
      expect(await join(bos, place)).toMatchObject(no('room_closed'))
      expect(await send(bos, { ...place, text: 'x' })).toMatchObject(no('room_closed'))
    }
    const hidden = await night()
    await ana.patch(`/shows/${hidden.show_id}`, { is_public: false })
    for (const place of [hidden, { show_id: randomUUID() }, { conversation_id: randomUUID() }]) {
      const { show_id } = place as { show_id?: string }
      const named = show_id === undefined ? place : { show_id }
      expect(await join(bos, named)).toMatchObject(no('not_found'))
      expect(await send(bos, { ...named, text: 'x' })).toMatchObject(no('not_found'))
    }
    expect(await join(bos, hidden)).toMatchObject(no('validation_failed'))
  })

  it.each([
    ['she takes her part back', (id: string, who: Client) => who.delete(`/shows/${id}`)],
    ['the show is hidden', (id: string) => ana.patch(`/shows/${id}`, { is_public: false })],
    [
      'she is put out',
      (id: string, who: Client) => mo.put(`/chat/show/${id}/members/${who.id}`, { removed: true }),
    ],
  ])('25: is put out when %s, and hears nothing after that', async (_name, end) => {
    const [who] = await server.people(`guest-${++nights}`)
    const { show_id, conversation_id } = await night(who)
    // who holds it privately holds it for herself alone
    await who.patch(`/shows/${show_id}`, { audience: 'private' })
    const one = await ear(who)
    await join(one, { show_id })
    await end(show_id, who)
    if (_name === 'the show is hidden') await who.delete(`/shows/${show_id}`)
    expect((await one.hear('chat_closed')).payload).toEqual({ conversation_id })
    await ana.post(`/chat/show/${show_id}/messages`, { text: 'Later' })
    expect((await join(one, { show_id })).ok).toBe(false)
    expect(said(one)).toEqual([])
  })

  it('23: of somebody who blocks hears nothing of whom she blocks', async () => {
    const [eve, fay] = await server.people('eve', 'fay')
    const { show_id } = await night(eve, fay)
    const [eves, fays] = [await ear(eve), await ear(fay)]
    for (const one of [eves, fays]) await join(one, { show_id })
    const direct = (await eve.post('/chat/send', { recipient_id: fay.id, text: 'Hi' })).body.conversation_id
    await join(fays, { conversation_id: direct })
    await eve.post(`/users/${fay.id}/block`)
    await fays.hear('chat_closed', { conversation_id: direct })
    await send(fays, { show_id, text: 'From Fay' })
    await send(eves, { show_id, text: 'From Eve' })
    await ana.post(`/chat/show/${show_id}/messages`, { text: 'From Ana' })
    await Promise.all([eves, fays].map((one) => one.hear('new_message', { text: 'From Ana' })))
    expect([said(eves), said(fays)]).toEqual([
      ['From Eve', 'From Ana'],
      ['From Fay', 'From Ana'],
    ])
    expect(await send(fays, { conversation_id: direct, text: 'x' })).toMatchObject(no('not_found'))
  })

  it.each([
    ['no text', {}],
    ['two texts', { text: 'a', content: 'b' }],
    ['a long text', { text: 'x'.repeat(4001) }],
    ['another field', { text: 'a', number: 7 }],
    ['a name with spaces', { text: 'a', client_id: 'a b' }],
  ])('is refused %s', async (_name, message) => {
    const { show_id } = await night()
    expect(await send(await ear(ana), { show_id, ...message })).toMatchObject(no('validation_failed'))
  })

  it('42: is refused what no text may hold', async () => {
    const { show_id } = await night()
    const anas = await ear(ana)
    expect(await send(anas, { show_id, text: 'a\0b' })).toMatchObject(no('validation_failed'))
    expect(await send(anas, { show_id, text: 'fine' })).toMatchObject({ ok: true })
  })
})

describe('news of a conversation', () => {
  it('reaches the other pages of those who take part', async () => {
    const [gil, hal] = await server.people('gil', 'hal')
    const hals = await ear(hal)
    const { body } = await gil.post('/chat/send', { recipient_id: hal.id, text: 'Hi' })
    const about = { conversation_id: body.conversation_id }
    expect((await hals.hear('conversation_changed')).payload).toEqual({ ...about, number: 1, unread: 1 })
    hals.heard.length = 0
    await hal.post(`/chat/conversations/${body.conversation_id}/read`, { number: 1 })
    expect((await hals.hear('conversation_changed')).payload).toEqual({ ...about, number: 1, unread: 0 })
  })

  it('of a room reaches those who have opened it and hear it', async () => {
    const [ida, jan] = await server.people('ida', 'jan')
    const { show_id, conversation_id } = await night(ida, jan)
    for (const who of [ida, jan]) await who.get(`/chat/show/${show_id}`)
    await jan.put(`/chat/conversations/${conversation_id}/mute`, { muted: true })
    const [idas, jans] = [await ear(ida), await ear(jan)]
    await ana.post(`/chat/show/${show_id}/messages`, { text: 'Anybody?' })
    expect((await idas.hear('conversation_changed')).payload).toEqual({
      conversation_id,
      number: 1,
      unread: 1,
    })
    expect(jans.heard).toEqual([])
  })

  it('is no notification for whoever reads along', async () => {
    const [kim, lea] = await server.people('kim', 'lea')
    const { body } = await kim.post('/chat/send', { recipient_id: lea.id, text: 'Hi' })
    await lea.post(`/chat/conversations/${body.conversation_id}/read`, { number: 1 })
    const leas = await ear(lea)
    await join(leas, { conversation_id: body.conversation_id })
    const there = async () =>
      (await server.app.pool.query('select from presences where person_id = $1', [lea.id])).rowCount === 1
    while (!(await there()));
    await kim.post('/chat/send', { recipient_id: lea.id, text: 'Still there?' })
    const { rows } = await server.app.pool.query(
      'select count, read_at is not null as read from notifications where person_id = $1',
      [lea.id],
    )
    expect(rows).toEqual([{ count: 1, read: true }])
  })
})

describe('45: what a person sends', () => {
  it('is counted over all her pages', async () => {
    const strict = await startTestServer({ RATE_LIMITS: 'on' })
    try {
      const [ana] = await strict.people('ana')
      const { id: show_id } = await logShow(ana)
      const pages = [await listen(strict.url, ana), await listen(strict.url, ana)]
      const answers = await Promise.all(
        [...Array(130).keys()].map((n) =>
          pages[n % 2]?.socket.emitWithAck('send_message', { show_id, text: `${n}` }),
        ),
      )
      const passed = answers.filter((answer) => answer?.ok)
      expect(passed).toHaveLength(120)
      expect(answers.find((answer) => !answer?.ok)).toMatchObject(no('rate_limited'))
      expect((await ana.post(`/chat/show/${show_id}/messages`, { text: 'x' })).status).toBe(429)
      for (const { socket } of pages) socket.close()
    } finally {
      await strict.stop()
    }
  })
})
