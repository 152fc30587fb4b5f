import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { purgeComments } from './actions/purge-comments.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

let nights = 0
const night = async (more: object = {}): Promise<string> =>
  (await logShow(ana, { artist_name: `Act ${nights++}`, ...more })).id
const join = async (who: Client, id: string, audience = 'public') => {
  await who.post(`/shows/${id}/checkin`, {})
  await who.patch(`/shows/${id}`, { audience })
}
const say = async (who: Client, show_id: string, content = 'Yes'): Promise<string> => {
  const { status, body } = await who.post('/comments', { show_id, content })
  expect([status, body.content]).toEqual([201, content])
  return body.id
}
type Said = { id: string; content: string; mentions: { username: string }[] }
const read = async (who: Client, id: string, query = ''): Promise<Said[]> =>
  (await who.get(`/comments/show/${id}${query}`)).body.items
const texts = async (who: Client, id: string, query = '') =>
  (await read(who, id, query)).map(({ content }) => content)
const counted = async (who: Client, id: string) => (await who.get(`/shows/${id}`)).body.counts.comments
const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const block = (from: Client, to: Client) =>
  sql("insert into relationships (from_id, to_id, kind) values ($1, $2, 'block')", [from.id, to.id])

describe('a comment', () => {
  it('is written by whoever sees the show, and read by everybody who does', async () => {
    const id = await night()
    const { status, body } = await bo.post('/comments', { show_id: id, content: '  What a night\r\nTruly  ' })
    expect([status, body]).toMatchObject([
      201,
      {
        show_id: id,
        user: { id: bo.id, username: 'bo', display_name: null },
        content: 'What a night\nTruly',
        edited: false,
        mentions: [],
      },
    ])
    for (const who of [ana, bo, server.stranger]) {
      expect(await read(who, id)).toEqual([body])
      expect(await counted(who, id)).toBe(1)
    }
    expect((await server.stranger.post('/comments', { show_id: id, content: 'x' })).status).toBe(401)
  })

  it('is refused where one sees no show', async () => {
    const id = await night({ is_public: false })
    for (const show_id of [id, randomUUID()]) {
      expect((await bo.post('/comments', { show_id, content: 'x' })).status).toBe(404)
      expect((await bo.get(`/comments/show/${show_id}`)).status).toBe(404)
    }
  })

  it.each([
    ['no show', { content: 'x' }, 'show_id'],
    ['nothing but space', { show_id: randomUUID(), content: ' \n ' }, 'content'],
    ['5,001 characters', { show_id: randomUUID(), content: 'x'.repeat(5001) }, 'content'],
    ['a bell', { show_id: randomUUID(), content: 'a\u0007b' }, 'content'],
    ['another author', { show_id: randomUUID(), content: 'x', author_id: randomUUID() }, 'author_id'],
  ])('refuses %s', async (_name, body, field) => {
    const refused = await ana.post('/comments', body)
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, field])
  })

  it('40: comes back as the text it is', async () => {
    const id = await night()
    const corpus = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg/onload=alert(1)>',
      '[x](javascript:alert(1)) javascript:alert(1)',
      '&lt;b&gt; {{7*7}} <%= 7*7 %>',
      'https://example.org/"onmouseover="alert(1)',
      '\u202egnp.exe',
    ]
    for (const content of corpus) await say(bo, id, content)
    expect(await texts(ana, id)).toEqual(corpus)
  })

  it('56: is written once by its Idempotency-Key', async () => {
    const id = await night()
    const write = (content: string) =>
      bo.post('/comments', { show_id: id, content }, { 'idempotency-key': `comment of ${id}` })
    const answers = await Promise.all(Array.from({ length: 20 }, () => write('Once')))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await write('Other')).body.code).toBe('idempotency_conflict')
    expect(await texts(bo, id)).toEqual(['Once'])
  })

  it('goes with its show', async () => {
    const id = await night()
    await say(bo, id, 'Gone')
    await ana.delete(`/shows/${id}`)
    expect((await sql('select 1 from comments where show_id = $1', [id])).rowCount).toBe(0)
  })
})

describe('a conversation', () => {
  it('is read from either end, page by page', async () => {
    const id = await night()
    expect(await texts(ana, id)).toEqual([])
    const all = Array.from({ length: 7 }, (_, n) => `Comment ${n}`)
    for (const [n, content] of all.entries()) await say(n % 2 ? ana : bo, id, content)
    const pages = async (order: string) => {
      const found: string[][] = []
      let cursor = ''
      do {
        const { body } = await ana.get(`/comments/show/${id}?order=${order}&limit=3${cursor}`)
        found.push(body.items.map((item: Said) => item.content))
        cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`
      } while (cursor !== '')
      return found
    }
    expect(await pages('oldest')).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)])
    const back = all.toReversed()
    expect(await pages('newest')).toEqual([back.slice(0, 3), back.slice(3, 6), back.slice(6)])
    expect(await texts(ana, id, '?limit=2&page=2')).toEqual(all.slice(2, 4))
    expect((await ana.get(`/comments/show/${id}?cursor=x`)).status).toBe(422)
  })

  it('24: leaves out whoever blocks or is blocked, and does not count them', async () => {
    const id = await night()
    const [eve, fay] = await server.people('eve', 'fay')
    await say(eve, id, 'From Eve')
    await say(fay, id, 'From Fay')
    await join(ana, id)
    await block(eve, fay)
    expect(await texts(eve, id)).toEqual(['From Eve'])
    expect(await texts(fay, id)).toEqual(['From Fay'])
    expect([await counted(eve, id), await counted(fay, id), await counted(bo, id)]).toEqual([1, 1, 2])
    expect(await texts(server.stranger, id)).toEqual(['From Eve', 'From Fay'])
    const [item] = await read(bo, id)
    expect((await fay.delete(`/comments/${item?.id}`)).status).toBe(404)
  })

  it('shows the name of a commenter whose attendance is private', async () => {
    const id = await night()
    await join(bo, id, 'private')
    await say(bo, id, 'Here anyway')
    const { body } = await server.stranger.get(`/comments/show/${id}`)
    expect(body.items[0].user.username).toBe('bo')
    expect((await server.stranger.get(`/shows/${id}/attendees`)).body.items).toHaveLength(1)
  })
})

describe('editing', () => {
  it('is the author’s, marks the comment, and an edit that changes nothing is none', async () => {
    const id = await night()
    const comment = await say(bo, id, 'Frist')
    expect((await bo.put(`/comments/${comment}`, { content: ' Frist ' })).body.edited).toBe(false)
    const { status, body } = await bo.put(`/comments/${comment}`, { content: 'First' })
    expect([status, body]).toMatchObject([200, { content: 'First', edited: true }])
    expect(Date.parse(body.updated_at)).toBeGreaterThan(Date.parse(body.created_at))
    expect((await ana.put(`/comments/${comment}`, { content: 'Hers' })).body.code).toBe('forbidden')
    expect((await server.stranger.put(`/comments/${comment}`, { content: 'x' })).status).toBe(401)
    expect((await bo.put(`/comments/${randomUUID()}`, { content: 'x' })).status).toBe(404)
    expect((await bo.put(`/comments/${comment}`, { content: '' })).status).toBe(422)
    expect(await texts(ana, id)).toEqual(['First'])
  })

  it('20: needs sight of the show', async () => {
    const id = await night()
    const comment = await say(bo, id)
    await ana.patch(`/shows/${id}`, { is_public: false })
    expect((await bo.put(`/comments/${comment}`, { content: 'x' })).status).toBe(404)
    expect((await bo.delete(`/comments/${comment}`)).status).toBe(204)
    expect(await texts(ana, id)).toEqual([])
  })
})

describe('deleting', () => {
  it('hides it at once and can be undone for ten minutes', async () => {
    const id = await night()
    const comment = await say(bo, id, 'Sorry')
    expect((await ana.delete(`/comments/${comment}`)).body.code).toBe('forbidden')
    expect((await bo.delete(`/comments/${comment}`)).status).toBe(204)
    expect([await texts(ana, id), await texts(bo, id), await counted(bo, id)]).toEqual([[], [], 0])
    expect((await bo.delete(`/comments/${comment}`)).status).toBe(404)
    expect((await bo.put(`/comments/${comment}`, { content: 'x' })).status).toBe(404)
    expect((await ana.post(`/comments/${comment}/restore`, {})).status).toBe(404)
    const { status, body } = await bo.post(`/comments/${comment}/restore`, {})
    expect([status, body.content, body.edited]).toEqual([200, 'Sorry', false])
    expect((await bo.post(`/comments/${comment}/restore`, {})).status).toBe(200)
    expect([await texts(ana, id), await counted(ana, id)]).toEqual([['Sorry'], 1])
  })

  it('is for good afterwards, and the text is gone', async () => {
    const id = await night()
    const key = { 'idempotency-key': randomUUID() }
    const { body } = await bo.post('/comments', { show_id: id, content: 'canary-5d1c' }, key)
    const fresh = await say(bo, id, 'Deleted just now')
    await bo.delete(`/comments/${body.id}`)
    await bo.delete(`/comments/${fresh}`)
    await sql("update comments set deleted_at = now() - interval '11 minutes' where id = $1", [body.id])
    expect((await bo.post(`/comments/${body.id}/restore`, {})).status).toBe(404)
    expect(await purgeComments(server.app.db)).toBe(1)
    const left = await sql(
      `select content from comments where show_id = $1
      union all select answer::text from idempotency_keys where answer::text like '%canary-5d1c%'`,
      [id],
    )
    expect(left.rows).toEqual([{ content: 'Deleted just now' }])
    expect((await bo.post(`/comments/${fresh}/restore`, {})).status).toBe(200)
  })

  it('is the organiser’s and the moderators’, too, and only theirs to undo', async () => {
    const id = await night()
    const [org, mod] = await server.people('org', 'mod')
    await sql(
      `update shows set organizer_id = $1, title = 'Theirs', latitude = 52, longitude = 5 where id = $2`,
      [org.id, id],
    )
    await sql("update users set role = 'moderator' where id = $1", [mod.id])
    for (const who of [org, mod]) {
      const comment = await say(bo, id, 'Off topic')
      expect((await who.delete(`/comments/${comment}`)).status).toBe(204)
      expect((await bo.post(`/comments/${comment}/restore`, {})).status).toBe(404)
      expect((await who.post(`/comments/${comment}/restore`, {})).status).toBe(200)
    }
    expect((await org.put(`/comments/${(await read(bo, id))[0]?.id}`, { content: 'x' })).body.code).toBe(
      'forbidden',
    )
  })
})

describe('mentions', () => {
  const names = async (who: Client, id: string) =>
    (await read(who, id)).map(({ mentions }) => mentions.map(({ username }) => username).sort())

  it('mean people who attend, whom the author may see', async () => {
    const id = await night()
    const [gus, hal, ida] = await server.people('gus', 'hal', 'ida')
    await join(gus, id)
    await join(hal, id, 'private')
    const content = 'Hey @GUS, (@gus.) @ana: @hal @ida @nobody mail@ana @@ana'
    await say(bo, id, content)
    await say(hal, id, 'I am @hal')
    expect(await names(bo, id)).toEqual([['ana', 'gus'], []])
    expect(await names(hal, id)).toEqual([['ana', 'gus'], ['hal']])
    const [first] = await read(bo, id)
    await join(ida, id)
    await bo.put(`/comments/${first?.id}`, { content: 'Only @ida' })
    expect(await names(server.stranger, id)).toEqual([['ida'], []])
  })

  it('24: are for readers who may know of the attendance', async () => {
    const id = await night()
    const [jo] = await server.people('jo')
    await join(jo, id)
    await say(bo, id, 'With @jo')
    expect(await names(ana, id)).toEqual([['jo']])
    await jo.patch(`/shows/${id}`, { audience: 'private' })
    expect(await names(ana, id)).toEqual([[]])
    expect(await names(jo, id)).toEqual([['jo']])
    expect(await texts(ana, id)).toEqual(['With @jo'])
    await jo.patch(`/shows/${id}`, { audience: 'public' })
    await block(jo, ana)
    expect([await names(ana, id), await names(bo, id)]).toEqual([[[]], [['jo']]])
  })

  it('survive a change of name', async () => {
    const id = await night()
    const [kim] = await server.people('kim')
    await join(kim, id)
    const comment = await say(bo, id, 'Ask @Kim or @kimono')
    await sql("update users set username = 'kimmy' where id = $1", [kim.id])
    expect(await read(ana, id)).toMatchObject([
      { content: 'Ask @kimmy or @kimono', mentions: [{ id: kim.id, username: 'kimmy' }] },
    ])
    const same = await bo.put(`/comments/${comment}`, { content: 'Ask @kimmy or @kimono' })
    expect(same.body.edited).toBe(false)
    await kim.patch(`/shows/${id}`, { audience: 'private' })
    expect(await texts(ana, id)).toEqual(['Ask @Kim or @kimono'])
  })
})
