import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { listenPlainly, type PlainEar } from '../../../test/plain.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { createLog } from '../../platform/log/log.ts'

let server: TestServer
let ana: Client
let bo: Client
let show: string
let logs = ''
beforeAll(async () => {
  const sink = new PassThrough()
  sink.on('data', (line) => {
    logs += line
  })
  server = await startTestServer({}, createLog('info', sink))
  ;[ana, bo] = await server.people('ana', 'bo')
  show = (await logShow(ana)).id
})
afterAll(() => server.stop())

const room = (who: Client, prefix = '') => listenPlainly(server.url, `${prefix}/ws/chat/${show}`, who)
const texts = (ear: PlainEar) =>
  ear.heard.filter(({ event }) => event === 'new_message').map(({ data }) => data.text)

describe('a plain WebSocket', () => {
  it.each(['', '/api', '/api/v1'])(
    'at “%s/ws/chat/{event_id}” is in the room of that event',
    async (prefix) => {
      const ear = await room(ana, prefix)
      await ear.hear('recent_messages')
      const page = await listen(server.url, ana)
      await page.socket.emitWithAck('join_chat', { show_id: show })
      // without a place, what is said is said here
      const answer = await ear.ask('send_message', {
        content: `over “${prefix}”`,
        client_id: `plain${prefix}`,
      })
      expect(answer).toMatchObject({ ok: true, number: expect.any(Number) })
      await page.hear('new_message', { text: `over “${prefix}”` })
      ear.send('send_message', { text: `again “${prefix}”` })
      await ear.hear('new_message', { text: `again “${prefix}”` })
      expect(texts(ear)).toEqual([`over “${prefix}”`, `again “${prefix}”`])
      expect(await ear.ask('leave_chat')).toEqual({ ok: true })
      page.socket.close()
      ear.socket.close()
    },
  )

  it('at /ws/{user_id} hears what is its person’s own', async () => {
    const ear = await listenPlainly(server.url, `/ws/${ana.id}`, ana)
    const { body } = await bo.post('/chat/send', { recipient_id: ana.id, text: 'Psst' })
    await ear.hear('conversation_changed', { conversation_id: body.conversation_id })
    expect(await ear.ask('join_chat', { conversation_id: body.conversation_id })).toMatchObject({ ok: true })
    await bo.post('/chat/send', { recipient_id: ana.id, text: 'Still?' })
    await ear.hear('new_message', { text: 'Still?' })
    expect(await ear.ask('watch_show', { show_id: show })).toEqual({ ok: true })
    ear.socket.close()
  })

  it('44: is turned away', async () => {
    const at = (path: string, who: Pick<Client, 'token'>, headers = {}) =>
      listenPlainly(server.url, path, who, headers)
    await expect(at(`/ws/chat/${show}`, { token: 'none' })).rejects.toThrow('401')
    await expect(at(`/ws/${ana.id}`, bo)).rejects.toThrow('403')
    await expect(at(`/ws/${ana.id}`, ana, { origin: 'https://elsewhere.example' })).rejects.toThrow('403')
    await expect(at('/ws/x/y', ana)).rejects.toThrow('404')
    await expect(at('/elsewhere', ana)).rejects.toThrow('404')
    const own = await at(`/ws/${ana.id}`, ana, { origin: server.url })
    own.socket.close()
  })

  it('44: is closed where its person may not be', async () => {
    const shut = await room(bo)
    expect((await shut.hear('error')).data).toMatchObject({ code: 'room_closed' })
    expect(await shut.closed).toBe(4403)
    const nowhere = await listenPlainly(server.url, `/ws/chat/${bo.id}`, bo)
    expect(await nowhere.closed).toBe(4404)
  })

  it('44: is closed by a frame that is too large', async () => {
    const ear = await room(ana)
    ear.send('send_message', { text: 'x'.repeat(70_000) })
    expect(await ear.closed).toBe(1009)
  })

  it.each([
    ['no JSON', 'x'],
    ['no event', '{}'],
    ['null', 'null'],
    ['another event', '{"event":"constructor"}'],
    ['bytes', Buffer.from('{"event":"leave_chat"}')],
  ])('42: answers %s with an error and lives on', async (_name, frame) => {
    const ear = await room(ana)
    ear.socket.send(frame)
    expect((await ear.hear('error')).data).toMatchObject({ code: 'malformed_request' })
    expect(await ear.ask('send_message', { text: 'fine' })).toMatchObject({ ok: true })
    ear.socket.close()
  })

  it('11: is closed with its session', async () => {
    const [cleo] = await server.people('cleo')
    const ear = await listenPlainly(server.url, `/ws/${cleo.id}`, cleo)
    await cleo.post('/auth/logout')
    expect(await ear.closed).toBe(1001)
  })

  it('leaves no token in the logs', () => {
    expect(logs).toContain(`/ws/chat/${show}`)
    expect(logs).not.toContain(ana.token)
  })
})
