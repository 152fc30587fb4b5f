import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let cy: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, cy] = await server.people('ana', 'bo', 'cy')
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const texts = async (who: Client): Promise<string[]> => {
  const { body } = await who.get('/notifications?unread=true')
  await who.post('/notifications/read', {})
  return body.items.map(({ text }: { text: string }) => text)
}
const say = async (who: Client, show_id: string, content: string) =>
  (await who.post('/comments', { show_id, content })).body.id as string

describe('a comment', () => {
  it('is told to those it means, once, and to nobody because of an edit', async () => {
    const { id } = await logShow(ana, { artist_name: 'Low' })
    const comment = await say(bo, id, 'Hi @ana')
    expect(await texts(ana)).toEqual(['bo mentioned you at Low'])
    await bo.put(`/comments/${comment}`, { content: 'Hello @ana' })
    expect(await texts(ana)).toEqual([])
    await say(bo, id, 'No @ana here, and no @cy')
    await say(bo, id, 'Once more @ana')
    expect(await texts(ana)).toEqual(['You were mentioned 2 times at Low'])
    expect(await texts(cy)).toEqual([])
    await bo.post(`/users/${ana.id}/block`)
    await say(bo, id, 'Still @ana')
    expect(await texts(ana)).toEqual([])
    await bo.delete(`/users/${ana.id}/block`)
  })

  it('is told to whoever spoke there before or looks after the event, as far as they see the show', async () => {
    const { id } = await logShow(ana, { artist_name: 'Slow' })
    const [org, staff, was] = await server.people('org', 'staff', 'was')
    await sql(
      `update shows set organizer_id = $1, visibility = 'public', title = 'Slow night',
        latitude = 52, longitude = 5 where id = $2`,
      [org.id, id],
    )
    await sql('insert into event_staff (show_id, person_id) values ($1, $2)', [id, staff.id])
    await say(was, id, 'First')
    await say(bo, id, 'Second')
    expect(await texts(was)).toEqual(['bo commented on Slow night'])
    for (const one of [org, staff]) expect(await texts(one)).toEqual(['2 new comments on Slow night'])
    expect([await texts(bo), await texts(ana)]).toEqual([[], []])
    await sql("update shows set visibility = 'private' where id = $1", [id])
    await ana.patch(`/shows/${id}`, { audience: 'private' })
    await say(ana, id, 'Among ourselves')
    expect([await texts(was), await texts(org)]).toEqual([[], ['ana commented on Slow night']])
  })

  it('25: that was deleted is not told of any more', async () => {
    const { id } = await logShow(ana, { artist_name: 'Go' })
    const comment = await say(bo, id, 'Oh @ana')
    await bo.delete(`/comments/${comment}`)
    expect(await texts(ana)).toEqual([])
    await bo.post(`/comments/${comment}/restore`, {})
    expect((await ana.get('/notifications')).body.items[0].comment_id).toBe(comment)
  })
})
