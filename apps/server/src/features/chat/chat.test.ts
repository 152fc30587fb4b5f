import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { type Ear, listen } from '../../../test/live.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let cleo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, cleo] = await server.people('ana', 'bo', 'cleo')
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

describe('a direct conversation', () => {
  it('is what two people say to each other', async () => {
    const first = await ana.post('/chat/send', { recipient_id: bo.id, text: 'Going tonight?', client_id: 'a1' })
    expect([first.status, first.body]).toMatchObject([
      201,
      { number: 1, text: 'Going tonight?', client_id: 'a1', user: { id: ana.id } },
    ])
    const { conversation_id } = first.body
    const second = await bo.post('/chat/send', { conversation_id, content: 'Yes' })
    expect(second.body).toMatchObject({ number: 2, conversation_id, client_id: null })
    for (const who of [ana, bo]) {
      const { body } = await who.get(`/chat/messages/${conversation_id}`)
      expect(body.items.map((one: { text: string }) => one.text)).toEqual(['Yes', 'Going tonight?'])
    }
    const { body } = await ana.get('/chat/conversations')
    expect(body).toMatchObject({
      items: [{ id: conversation_id, kind: 'direct', person: { id: bo.id }, unread: 1, last_message: { text: 'Yes' } }],
      unread: 1,
    })
    expect((await ana.get(`/chat/with/${bo.id}`)).body.conversation.id).toBe(conversation_id)
  })
})

describe('the room of a show', () => {
  it('is joined and talked in', async () => {
    const show = await logShow(ana)
    await logShow(bo)
    expect((await cleo.get(`/chat/show/${show.id}`)).body.code).toBe('room_closed')
    const room = await ana.get(`/chat/show/${show.id}`)
    expect([room.status, room.body]).toMatchObject([200, { kind: 'show', show: { id: show.id } }])
    const [anas, bos] = [await ear(ana), await ear(bo)]
    for (const one of [anas, bos]) {
      expect(await one.socket.emitWithAck('join_chat', { show_id: show.id })).toMatchObject({ ok: true, last_number: 0 })
    }
    expect(await anas.socket.emitWithAck('send_message', { show_id: show.id, text: 'Here', client_id: 'x' })).toMatchObject({
      ok: true,
      number: 1,
      conversation_id: room.body.id,
    })
    await bos.hear('new_message', { text: 'Here' })
    await bo.post(`/chat/show/${show.id}/messages`, { text: 'Me too' })
    expect((await anas.hear('new_message', { text: 'Me too' })).payload).toMatchObject({ number: 2 })
    expect((await ana.get(`/chat/show/${show.id}/active-users`)).body.active).toBe(2)
  })
})
