import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { upload } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let cy: Client
let round = 0
beforeAll(async () => {
  server = await startTestServer()
})
/** Ana follows Bo, and is friends with Cy. */
beforeEach(async () => {
  ;[ana, bo, cy] = await server.people(`ana${++round}`, `bo${round}`, `cy${round}`)
  await ana.post(`/users/${bo.id}/follow`)
  await ana.post('/friends/request', { user_id: cy.id })
  await cy.post('/friends/request', { user_id: ana.id })
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[]) => server.app.pool.query(text, values)
type Item = {
  type: string
  summary: string
  count: number
  actor: { id: string }
  media: { id: string }[]
  show: { artist_name: string } | null
  text: string | null
}
const feed = async (who: Client, query = ''): Promise<Item[]> => (await who.get(`/feed${query}`)).body.items
const summaries = async (who: Client, query = '') => (await feed(who, query)).map(({ summary }) => summary)
const photos = (who: Client, show: string, n: number, audience = 'public') =>
  Promise.all(Array.from({ length: n }, () => upload(who, { show_id: show, audience })))

describe('the feed', () => {
  it('tells what they do whom one follows or is friends with, the latest first, and nothing of one’s own', async () => {
    const past = await logShow(bo, { artist_name: `Past ${round}` })
    await logShow(cy, { artist_name: `Coming ${round}`, show_date: inDays(30) })
    await bo.post('/comments', { show_id: past.id, content: 'So good' })
    const [other] = await server.people(`other${round}`)
    await logShow(other, { artist_name: `Of others ${round}` })
    await logShow(ana, { artist_name: `Mine ${round}` })
    await bo.post(`/users/${other.id}/follow`)
    const items = await feed(ana)
    expect(items.map(({ summary }) => summary)).toEqual([
      `bo${round} follows other${round}`,
      `bo${round} wrote about Past ${round}`,
      `cy${round} is going to Coming ${round} in TivoliVredenburg`,
      `bo${round} was at Past ${round} in TivoliVredenburg`,
    ])
    expect(items.map(({ actor }) => actor.id)).toEqual([bo.id, bo.id, cy.id, bo.id])
    expect(items[1]).toMatchObject({
      type: 'COMMENT',
      text: 'So good',
      show: { artist_name: `Past ${round}` },
    })
    expect(items[0]).toMatchObject({ show: null, show_id: null, target_user_id: other.id })
    const friends = [`cy${round} is going to Coming ${round} in TivoliVredenburg`]
    expect(await summaries(ana, '?friends=true')).toEqual(friends)
    const { body } = await ana.get('/dashboard/friends-activity')
    expect(body.items.map(({ summary }: Item) => summary)).toEqual(friends)
    expect(await summaries(other)).toEqual([])
  })

  it('gathers photos that are added to a show within an hour, however many at once', async () => {
    const { id } = await logShow(bo, { artist_name: `Band ${round}` })
    await photos(bo, id, 6)
    const [item, entry] = await feed(ana)
    expect(item).toMatchObject({
      type: 'PHOTO_UPLOADED',
      summary: `bo${round} added 6 photos of Band ${round}`,
    })
    expect([item?.count, item?.media.length, entry?.type]).toEqual([6, 4, 'SHOW_ADDED'])
    expect(item?.media[0]).toMatchObject({ kind: 'photo', title: null })
    await sql(
      `update activities set gathers_until = now(), created_at = created_at - interval '1 hour' where actor_id = $1
        and gathers_until is not null`,
      [bo.id],
    )
    await photos(bo, id, 1)
    expect((await summaries(ana)).slice(0, 2)).toEqual([
      `bo${round} added a photo of Band ${round}`,
      `bo${round} added 6 photos of Band ${round}`,
    ])
  })

  it('goes on where it was, without a gap or a double, whatever happens meanwhile', async () => {
    for (let n = 0; n < 5; n++) await logShow(n % 2 ? bo : cy, { artist_name: `Band ${round} ${n}` })
    const whole = await summaries(ana)
    const pages: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body } = await ana.get(`/feed?limit=2${cursor && `&cursor=${cursor}`}`)
      pages.push(...body.items.map(({ summary }: Item) => summary))
      cursor = body.next_cursor
      await logShow(bo, { artist_name: `Later ${round} ${pages.length}` })
    }
    expect(pages).toEqual(whole)
    expect(whole).toHaveLength(5)
    const { status, body } = await ana.get('/feed?cursor=x')
    expect([status, body.errors?.[0]?.field]).toEqual([422, 'cursor'])
  })

  it('fills a page although most of what there is is not the viewer’s to know', async () => {
    const seen = await logShow(bo, { artist_name: `Seen ${round}` })
    // later ones that look public from afar, and are gone
    await sql(
      `with said as (insert into comments (id, show_id, author_id, content, deleted_at)
          select gen_random_uuid(), $2, $1, 'x', now() from generate_series(1, 150) returning id)
        insert into activities (id, actor_id, type, audience, show_id, comment_id)
          select ('ffff' || substr(id::text, 5))::uuid, $1, 'COMMENT', 'public', $2, id from said`,
      [bo.id, seen.id],
    )
    const { body } = await ana.get('/feed?limit=1')
    expect([body.items.length, body.items[0].type]).toEqual([1, 'SHOW_ADDED'])
  })

  it('tells a friendship of two whom one knows once', async () => {
    await ana.post(`/users/${cy.id}/follow`)
    await bo.post('/friends/request', { user_id: cy.id })
    await cy.post('/friends/request', { user_id: bo.id })
    const told = await summaries(ana)
    expect(told).toHaveLength(1)
    expect([
      `bo${round} and cy${round} are friends now`,
      `cy${round} and bo${round} are friends now`,
    ]).toContain(told[0])
    // one's own is no news
    const own = `cy${round} and ana${round} are friends now`
    expect([await summaries(bo), await summaries(cy)]).toEqual([[own], [`ana${round} follows bo${round}`]])
    await bo.delete(`/friends/${cy.id}`)
    expect(await summaries(ana)).toEqual([])
  })
})
