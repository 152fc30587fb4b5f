import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let cleo: Client
let olga: Client
let mo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, cleo, olga, mo] = await server.people('ana', 'bo', 'cleo', 'olga', 'mo')
  await appoint(server, 'organizer', olga)
  await appoint(server, 'moderator', mo)
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const write = async (who: Client, to: Client, text = 'Hello', more: object = {}) => {
  const { status, body } = await who.post('/chat/send', { recipient_id: to.id, text, ...more })
  expect([status, body.text]).toEqual([201, text])
  return body
}
const say = async (who: Client, showId: string, text: string) => {
  const { status, body } = await who.post(`/chat/show/${showId}/messages`, { text })
  expect([status, body.code]).toEqual([201, undefined])
  return body
}
const texts = async (who: Client, path: string) =>
  (await who.get(`/chat/${path}`)).body.items?.map((one: { text: string }) => one.text)
const refused = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer
  return [status, body?.code]
}
const pair = async (...names: [string, string]) => server.people(...names)

describe('a direct conversation', () => {
  it('is what two people say to each other, and nobody else’s', async () => {
    const first = await write(ana, bo, 'Going tonight?', { client_id: 'a1' })
    expect(first).toMatchObject({ number: 1, client_id: 'a1', user: { id: ana.id }, edited: false })
    const id = first.conversation_id
    const second = await bo.post('/chat/send', { conversation_id: id, content: 'Yes\r\nOf course' })
    expect(second.body).toMatchObject({
      number: 2,
      conversation_id: id,
      client_id: null,
      text: 'Yes\nOf course',
    })
    for (const who of [ana, bo]) {
      expect(await texts(who, `messages/${id}`)).toEqual(['Yes\nOf course', 'Going tonight?'])
    }
    // the name of a message is its author's
    const [, one] = (await bo.get(`/chat/messages/${id}`)).body.items
    expect(one.client_id).toBe(null)
    const { body } = await ana.get('/chat/conversations')
    expect(body).toMatchObject({
      items: [{ id, kind: 'direct', person: { id: bo.id }, unread: 1 }],
      unread: 1,
    })
    expect(body.items[0].last_message).toEqual({ ...second.body })
    expect((await ana.get(`/chat/with/${bo.id}`)).body.conversation).toEqual(body.items[0])
    expect((await cleo.get(`/chat/with/${bo.id}`)).body).toMatchObject({
      person: { id: bo.id },
      conversation: null,
    })
    for (const path of [`conversations/${id}`, `messages/${id}`]) {
      expect(await refused(cleo.get(`/chat/${path}`))).toEqual([404, 'not_found'])
    }
    expect(await refused(cleo.post('/chat/send', { conversation_id: id, text: 'x' }))).toEqual([
      404,
      'not_found',
    ])
  })

  it('is not held with oneself or with nobody', async () => {
    expect(await refused(ana.post('/chat/send', { recipient_id: ana.id, text: 'x' }))).toEqual([
      409,
      'own_person',
    ])
    expect(await refused(ana.get(`/chat/with/${ana.id}`))).toEqual([409, 'own_person'])
    const nobody = randomUUID()
    expect(await refused(ana.post('/chat/send', { recipient_id: nobody, text: 'x' }))).toEqual([
      404,
      'not_found',
    ])
    expect((await ana.post('/chat/send', { text: 'x' })).status).toBe(422)
    expect((await ana.post('/chat/send', { recipient_id: bo.id, text: 'x', content: 'y' })).status).toBe(422)
  })

  it('is one, whoever begins, also when both begin at once', async () => {
    const [dan, eve] = await pair('dan', 'eve')
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? write(dan, eve, `d${n}`) : write(eve, dan, `e${n}`))),
    )
    expect(new Set(said.map((one) => one.conversation_id)).size).toBe(1)
    expect(said.map((one) => one.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('56: has a message once, however often it is sent under its name', async () => {
    const [fay, gil] = await pair('fay', 'gil')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => write(fay, gil, 'Once', { client_id: 'one' })),
    )
    expect(new Set(answers.map((one) => `${one.id} ${one.number}`)).size).toBe(1)
    const id = answers[0].conversation_id
    expect((await gil.get(`/chat/conversations/${id}`)).body.last_number).toBe(1)
    const other = fay.post('/chat/send', { conversation_id: id, text: 'Other words', client_id: 'one' })
    expect(await refused(other)).toEqual([409, 'idempotency_conflict'])
    // what was edited since cannot be compared: it is the one
    await fay.patch(`/chat/messages/${id}/${answers[0].id}`, { text: 'Edited' })
    expect(
      (await fay.post('/chat/send', { conversation_id: id, text: 'Once', client_id: 'one' })).body,
    ).toMatchObject({
      id: answers[0].id,
      text: 'Edited',
    })
    // somebody else's name is another
    expect((await write(gil, fay, 'Mine', { client_id: 'one' })).number).toBe(2)
  })

  it('23: ends with a block: neither finds it, reads it, counts it or writes', async () => {
    const [hal, ida] = await pair('hal', 'ida')
    const { conversation_id: id } = await write(hal, ida)
    await ida.post(`/users/${hal.id}/block`)
    for (const [one, other] of [
      [hal, ida],
      [ida, hal],
    ] as const) {
      for (const answer of [
        one.post('/chat/send', { recipient_id: other.id, text: 'x' }),
        one.post('/chat/send', { conversation_id: id, text: 'x' }),
        one.get(`/chat/conversations/${id}`),
        one.get(`/chat/messages/${id}`),
        one.get(`/chat/with/${other.id}`),
        one.put(`/chat/conversations/${id}/mute`, { muted: true }),
      ]) {
        expect(await refused(answer)).toEqual([404, 'not_found'])
      }
      expect((await one.get('/chat/conversations')).body).toEqual({ items: [], next_cursor: null, unread: 0 })
    }
    await ida.delete(`/users/${hal.id}/block`)
    expect(await texts(hal, `messages/${id}`)).toEqual(['Hello'])
  })

  it('stays readable when the other has left, and nobody can write there any more', async () => {
    const [jan, kim] = await pair('jan', 'kim')
    const { conversation_id: id } = await write(jan, kim, 'Bye')
    await write(kim, jan, 'Farewell')
    await sql('delete from users where id = $1', [kim.id])
    const { body } = await jan.get(`/chat/conversations/${id}`)
    expect(body).toMatchObject({ person: null, may_write: false, last_message: { user: null } })
    expect(await refused(jan.post('/chat/send', { conversation_id: id, text: 'x' }))).toEqual([
      403,
      'silenced',
    ])
  })

  it('notifies the other, unless she muted it', async () => {
    const [lea, max] = await pair('lea', 'max')
    const { conversation_id: id } = await write(lea, max)
    await write(lea, max, 'Again')
    const told = async () =>
      (await sql(`select kind, count from notifications where person_id = $1 and read_at is null`, [max.id]))
        .rows
    expect(await told()).toEqual([{ kind: 'message', count: 2 }])
    expect((await max.post(`/chat/conversations/${id}/read`, { number: 2 })).body.unread).toBe(0)
    expect(await told()).toEqual([])
    await max.put(`/chat/conversations/${id}/mute`, { muted: true })
    await write(lea, max, 'Unheard')
    expect(await told()).toEqual([])
    expect((await max.get('/chat/conversations')).body).toMatchObject({
      items: [{ unread: 1, muted: true }],
      unread: 0,
    })
  })
})

describe('reading', () => {
  it('goes back by cursor, and on from a number', async () => {
    const [nia, ott] = await pair('nia', 'ott')
    const said = [...Array(7).keys()].map((n) => `${n + 1}`)
    let id = ''
    for (const text of said) id = (await write(nia, ott, text)).conversation_id
    const read = async (query: string): Promise<string[][]> => {
      const pages: string[][] = []
      for (let cursor = ''; ; ) {
        const { body } = await ott.get(`/chat/messages/${id}?limit=3${query}${cursor}`)
        pages.push(body.items.map((one: { text: string }) => one.text))
        if (body.next_cursor === null) return pages
        cursor = `&cursor=${body.next_cursor}`
      }
    }
    expect(await read('')).toEqual([['7', '6', '5'], ['4', '3', '2'], ['1']])
    expect(await read('&after=2')).toEqual([
      ['3', '4', '5'],
      ['6', '7'],
    ])
    expect(await read('&after=7')).toEqual([[]])
    const read7 = async (number: number) =>
      (await ott.post(`/chat/conversations/${id}/read`, { number })).body
    expect(await read7(5)).toMatchObject({ read_number: 5, unread: 2 })
    // never back, and not beyond what was said
    expect(await read7(3)).toMatchObject({ read_number: 5 })
    expect(await read7(2_000_000_000)).toMatchObject({ read_number: 7, unread: 0 })
  })

  it('40: texts are kept as they were typed', async () => {
    const [pia, quin] = await pair('pia', 'quin')
    const bad = [
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '"><img src=x onerror=alert(1)>',
      'a\u202eb',
    ]
    for (const text of bad) await write(pia, quin, text)
    const { conversation_id: id } = await write(pia, quin, 'end')
    expect((await texts(quin, `messages/${id}`)).slice(1)).toEqual(bad.toReversed())
  })

  it.each(['a\0b', 'a\ud800b'])('42: %j is no text', async (text) => {
    expect((await ana.post('/chat/send', { recipient_id: bo.id, text })).status).toBe(400)
    expect((await ana.post('/chat/send', { recipient_id: bo.id, text: 'x'.repeat(4001) })).status).toBe(422)
  })

  it('lists conversations, the latest first', async () => {
    const [rob, sam, tom] = await server.people('rob', 'sam', 'tom')
    await write(rob, sam)
    await write(rob, tom)
    const names = async (query = '') => {
      const { body } = await rob.get(`/chat/conversations?limit=1${query}`)
      return [
        body.items.map((one: { person: { username: string } }) => one.person.username),
        body.next_cursor,
      ]
    }
    const [latest, cursor] = await names()
    expect(latest).toEqual(['tom'])
    expect(await names(`&cursor=${cursor}`)).toEqual([['sam'], null])
    await write(sam, rob)
    expect((await names())[0]).toEqual(['sam'])
  })
})

describe('what was said', () => {
  it('is changed and deleted by whoever said it, for good', async () => {
    const [uma, vic] = await pair('uma', 'vic')
    const headers = { 'idempotency-key': 'kept' }
    const { body } = await uma.post('/chat/send', { recipient_id: vic.id, text: 'Typo' }, headers)
    const path = `/chat/messages/${body.conversation_id}/${body.id}`
    expect((await uma.patch(path, { text: 'Fixed' })).body).toMatchObject({ text: 'Fixed', edited: true })
    expect(await refused(vic.patch(path, { text: 'x' }))).toEqual([403, 'forbidden'])
    expect(await refused(vic.delete(path))).toEqual([403, 'forbidden'])
    expect(await refused(cleo.delete(path))).toEqual([404, 'not_found'])
    expect((await uma.delete(path)).status).toBe(204)
    expect((await vic.get(`/chat/messages/${body.conversation_id}`)).body.items).toMatchObject([
      { number: 1, text: '', deleted: true, user: { id: uma.id } },
    ])
    expect(await refused(uma.delete(path))).toEqual([404, 'not_found'])
    expect(await refused(uma.patch(path, { text: 'x' }))).toEqual([404, 'not_found'])
    // nor does a repeated request say it again
    expect((await uma.post('/chat/send', { recipient_id: vic.id, text: 'Typo' }, headers)).body.text).toBe('')
  })
})

describe('the room of a show', () => {
  it('opens to those who take part', async () => {
    const { id } = await logShow(ana)
    expect(await refused(cleo.get(`/chat/show/${id}`))).toEqual([403, 'room_closed'])
    expect(await refused(cleo.get(`/chat/show/${id}/messages`))).toEqual([403, 'room_closed'])
    expect(await refused(cleo.get(`/chat/show/${id}/active-users`))).toEqual([403, 'room_closed'])
    expect(await refused(cleo.post(`/chat/show/${id}/messages`, { text: 'x' }))).toEqual([403, 'room_closed'])
    await say(ana, id, 'First')
    await cleo.post(`/shows/${id}/checkin`, {})
    const { body } = await cleo.get(`/chat/show/${id}`)
    expect(body).toMatchObject({
      kind: 'show',
      show: { id, artist_name: 'Spinvis' },
      person: null,
      unread: 0,
    })
    expect(await texts(cleo, `show/${id}/messages`)).toEqual(['First'])
    await say(ana, id, 'Second')
    expect((await cleo.get('/chat/conversations')).body).toMatchObject({
      items: [{ id: body.id, unread: 1 }],
      unread: 1,
    })
    // moderators may look after every room of a show that they see
    expect((await mo.get(`/chat/show/${id}`)).body.may_moderate).toBe(true)
    // and whoever takes her answer back is out of it, with her count
    await cleo.delete(`/shows/${id}`)
    expect(await refused(cleo.get(`/chat/messages/${body.id}`))).toEqual([403, 'room_closed'])
    expect((await cleo.get('/chat/conversations')).body).toMatchObject({ items: [], unread: 0 })
  })

  it('18: is nothing to those who do not see the show', async () => {
    const { id } = await logShow(ana, { show_date: '2018-01-01', is_public: false })
    const { body } = await ana.get(`/chat/show/${id}`)
    for (const who of [cleo, mo]) {
      for (const path of [
        `show/${id}`,
        `show/${id}/messages`,
        `conversations/${body.id}`,
        `messages/${body.id}`,
      ]) {
        expect(await refused(who.get(`/chat/${path}`))).toEqual([404, 'not_found'])
      }
    }
  })

  it('opens to those who answered maybe, and not to those who answered no', async () => {
    const { id } = await makeEvent(olga, { title: 'Answers' })
    for (const [status, expected] of [
      ['maybe', 200],
      ['no', 403],
      ['going', 200],
    ] as const) {
      await cleo.post(`/events/${id}/rsvp`, { status })
      expect((await cleo.get(`/chat/show/${id}`)).status).toBe(expected)
    }
    // its organiser is always in
    expect((await olga.get(`/chat/show/${id}`)).body).toMatchObject({
      may_moderate: true,
      show: { title: 'Answers' },
    })
  })

  it('23: has nothing of those whom one blocks', async () => {
    const [wim, xia] = await pair('wim', 'xia')
    const { id } = await logShow(ana, { show_date: '2018-02-02' })
    for (const who of [wim, xia]) await who.post(`/shows/${id}/checkin`, {})
    await say(wim, id, 'From Wim')
    await say(xia, id, 'From Xia')
    await wim.post(`/users/${xia.id}/block`)
    expect(await texts(wim, `show/${id}/messages`)).toEqual(['From Wim'])
    expect(await texts(xia, `show/${id}/messages`)).toEqual(['From Xia'])
    expect(await texts(ana, `show/${id}/messages`)).toEqual(['From Xia', 'From Wim'])
    expect((await wim.get(`/chat/show/${id}`)).body.last_message.text).toBe('From Wim')
  })

  it('is looked after by its staff', async () => {
    const { id } = await makeEvent(olga, { title: 'Quiet please' })
    for (const who of [ana, bo]) await who.post(`/events/${id}/rsvp`, { status: 'going' })
    const loud = await say(bo, id, 'LOUD')
    const change = (who: Client, person: Client, body: object) =>
      who.put(`/chat/show/${id}/members/${person.id}`, body)
    expect(await refused(change(ana, bo, { minutes: 5 }))).toEqual([403, 'staff_only'])
    expect(await refused(change(cleo, bo, { minutes: 5 }))).toEqual([403, 'room_closed'])
    expect(await refused(change(olga, olga, { minutes: 5 }))).toEqual([409, 'own_person'])
    expect(await refused(change(olga, mo, { minutes: 5 }))).toEqual([403, 'forbidden'])
    expect(await refused(ana.delete(`/chat/messages/${loud.conversation_id}/${loud.id}`))).toEqual([
      403,
      'forbidden',
    ])
    expect((await olga.delete(`/chat/messages/${loud.conversation_id}/${loud.id}`)).status).toBe(204)

    expect((await change(olga, bo, { minutes: 5 })).body).toMatchObject({
      removed: false,
      user: { id: bo.id },
    })
    expect(await refused(bo.post(`/chat/show/${id}/messages`, { text: 'x' }))).toEqual([403, 'silenced'])
    expect((await bo.get(`/chat/show/${id}`)).body).toMatchObject({ may_write: false })
    expect((await change(olga, bo, { minutes: 0 })).body.silenced_until).toBe(null)
    await say(bo, id, 'Softly')
    expect((await change(mo, bo, { removed: true })).body.removed).toBe(true)
    expect(await refused(bo.get(`/chat/show/${id}`))).toEqual([403, 'room_closed'])
    await change(olga, bo, { removed: false })
    expect((await bo.get(`/chat/show/${id}`)).status).toBe(200)
  })
})

describe('when two shows become one', () => {
  it('their rooms do, what was said here first', async () => {
    const [yan, zoe] = await pair('yan', 'zoe')
    const into = await logShow(yan, { artist_name: 'Kept', show_date: '2018-03-03' })
    const from = await logShow(yan, { artist_name: 'Gone', show_date: '2018-03-03' })
    await zoe.post(`/shows/${from.id}/checkin`, {})
    for (const [id, text] of [
      [from.id, 'there 1'],
      [into.id, 'here 1'],
      [from.id, 'there 2'],
    ]) {
      await yan.post(`/chat/show/${id}/messages`, { text, client_id: text.slice(-1) })
    }
    await zoe.get(`/chat/show/${from.id}`)
    const merged = await yan.post(`/shows/${from.id}/merge`, { into: into.id })
    expect([merged.status, merged.body.code]).toEqual([200, undefined])
    const { body } = await zoe.get(`/chat/show/${into.id}/messages`)
    expect(body.items.map((one: { number: number; text: string }) => [one.number, one.text])).toEqual([
      [3, 'there 2'],
      [2, 'there 1'],
      [1, 'here 1'],
    ])
    expect((await zoe.get(`/chat/show/${into.id}`)).body).toMatchObject({ unread: 0, last_number: 3 })
    expect((await say(yan, into.id, 'on')).number).toBe(4)
  })

  it('a room that is alone moves', async () => {
    const into = await logShow(ana, { artist_name: 'Kept too', show_date: '2018-04-04' })
    const from = await logShow(ana, { artist_name: 'Gone too', show_date: '2018-04-04' })
    await say(ana, from.id, 'Only here')
    await ana.post(`/shows/${from.id}/merge`, { into: into.id })
    expect(await texts(ana, `show/${into.id}/messages`)).toEqual(['Only here'])
  })
})
