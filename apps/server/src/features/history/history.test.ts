import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let cai: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, cai] = await server.people('ana', 'bo', 'cai')
})
afterAll(() => server.stop())

const history = async (who: Client, id: string, of = 'shows') =>
  (await who.get(`/${of}/${id}/revisions`)).body.items
const change = async (who: Client, id: string, body: object) => {
  const answer = await who.patch(`/shows/${id}`, body)
  expect(answer.status).toBe(200)
  return answer.body
}
const revert = (who: Client, id: string, revision: string) =>
  who.post(`/shows/${id}/revisions/${revision}/revert`)

describe('a change of a show', () => {
  it('is a revision: who, when, and what it said before and after', async () => {
    const { id } = await logShow(ana, { artist_name: 'Revised', support: ['A'], show_time: '20:00' })
    expect(await history(ana, id)).toEqual([])
    await change(ana, id, { title: 'Late', show_time: '21:00', support: ['B', 'A'], venue_name: 'Ekko' })
    const [revision, ...none] = await history(ana, id)
    expect(none).toEqual([])
    expect(revision).toMatchObject({
      subject: 'show',
      subject_id: id,
      show_id: id,
      kind: 'edit',
      by: 'person',
      author: { id: ana.id, username: 'ana' },
      reverts: null,
    })
    expect(revision.changes).toEqual([
      { field: 'support', before: ['A'], after: ['B', 'A'] },
      { field: 'venue_name', before: 'TivoliVredenburg', after: 'Ekko' },
      { field: 'show_time', before: '20:00', after: '21:00' },
      { field: 'title', before: null, after: 'Late' },
    ])
  })

  it('of nothing leaves nothing, and what is personal never appears', async () => {
    const { id } = await logShow(ana, { artist_name: 'Untouched', title: 'T' })
    await change(ana, id, { title: 'T', artist_name: 'untouched', support: [] })
    await change(ana, id, { notes: 'mine alone', rating: 2, audience: 'friends' })
    expect(await history(ana, id)).toEqual([])
    await change(ana, id, { title: 'U', notes: 'mine as well' })
    const found = await history(ana, id)
    expect(found).toHaveLength(1)
    expect(JSON.stringify(found)).not.toContain('mine')
  })

  it('concerns the venue when it puts the venue right', async () => {
    const hall = { venue_name: 'Hall of change', artist_name: 'One' }
    const { id, venue } = await logShow(ana, hall)
    const other = await logShow(bo, { ...hall, artist_name: 'Two' })
    await change(ana, id, { venue_address: 'Street 1', venue_latitude: 52.1, venue_longitude: 5.1 })
    const [revision] = await history(ana, id)
    expect(revision).toMatchObject({ subject: 'venue', subject_id: venue.id, show_id: id })
    expect(revision.changes).toEqual([
      { field: 'venue_address', before: null, after: 'Street 1' },
      { field: 'venue_latitude', before: null, after: 52.1 },
      { field: 'venue_longitude', before: null, after: 5.1 },
    ])
    expect(await history(bo, venue.id, 'venues')).toEqual([revision])
    expect(await history(bo, other.id)).toEqual([])
  })

  it('comes in pages, newest first', async () => {
    const { id } = await logShow(ana, { artist_name: 'Paged' })
    for (const title of ['1', '2', '3', '4', '5']) await change(ana, id, { title })
    const titles: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body } = await ana.get(`/shows/${id}/revisions?limit=2${cursor && `&cursor=${cursor}`}`)
      titles.push(...body.items.map((item: { changes: { after: string }[] }) => item.changes[0]?.after))
      cursor = body.next_cursor
    }
    expect(titles).toEqual(['5', '4', '3', '2', '1'])
    expect((await ana.get(`/shows/${id}/revisions?cursor=nonsense`)).status).toBe(422)
  })

  it('by twenty at once leaves twenty revisions, each beginning where the last one ended', async () => {
    const { id } = await logShow(ana, { artist_name: 'Edited by all', support: ['start'] })
    const edits = Array.from({ length: 20 }, (_, n) => change(ana, id, { support: [`act ${n}`] }))
    await Promise.all(edits)
    const found = (await ana.get(`/shows/${id}/revisions?limit=100`)).body.items
    expect(found).toHaveLength(20)
    const told = found.map((revision: { changes: unknown[] }) => revision.changes[0]).toReversed()
    expect(told[0].before).toEqual(['start'])
    for (const [n, { before }] of told.entries()) if (n > 0) expect(before).toEqual(told[n - 1].after)
  })
})

describe('24: who it was', () => {
  it('is told only to those who may know that she was there', async () => {
    const night = { artist_name: 'Secretive' }
    const { id } = await logShow(ana, night)
    await logShow(bo, { ...night, audience: 'private' })
    await change(bo, id, { title: 'By Bo' })
    expect((await history(bo, id))[0]).toMatchObject({ by: 'person', author: { id: bo.id } })
    for (const who of [ana, cai, server.stranger]) {
      const { body } = await who.get(`/shows/${id}/revisions`)
      expect(body.items[0]).toMatchObject({ by: 'someone', author: null, changes: [{ after: 'By Bo' }] })
      expect(JSON.stringify(body)).not.toContain(bo.id)
    }
    await bo.patch(`/shows/${id}`, { audience: 'public' })
    expect((await history(cai, id))[0].author).toMatchObject({ username: 'bo' })
    await server.app.pool.query("insert into relationships (from_id, to_id, kind) values ($1, $2, 'block')", [
      bo.id,
      cai.id,
    ])
    expect((await history(cai, id))[0]).toMatchObject({ by: 'someone', author: null })
    await server.app.pool.query("delete from relationships where kind = 'block'")
  })

  it('and what was changed in private stays with whoever changed it', async () => {
    const night = { artist_name: 'Surprise', title: 'Birthday of Cai' }
    const { id } = await logShow(ana, { ...night, audience: 'private' })
    await logShow(bo, { ...night, audience: 'private' })
    await change(ana, id, { title: 'Just a show' })
    expect((await cai.get(`/shows/${id}/revisions`)).status).toBe(404)
    await change(ana, id, { audience: 'public', show_time: '20:00' })
    const fields = (items: { changes: { field: string }[] }[]) => items.map((item) => item.changes[0]?.field)
    expect(fields(await history(cai, id))).toEqual(['show_time'])
    await logShow(cai, { artist_name: 'Surprise' })
    expect(fields(await history(cai, id))).toEqual(['show_time'])
    expect(fields(await history(ana, id))).toEqual(['show_time', 'title'])
    expect(fields(await history(bo, id))).toEqual(['show_time'])
  })

  it('is no longer said when the account is gone, nor that it is gone of somebody who hid', async () => {
    const [dee, eva] = await server.people('dee', 'eva')
    const { id } = await logShow(ana, { artist_name: 'Gone' })
    await logShow(dee, { artist_name: 'Gone' })
    await logShow(eva, { artist_name: 'Gone', audience: 'private' })
    await change(dee, id, { title: 'By Dee' })
    await change(eva, id, { title: 'By Eva' })
    await server.app.pool.query('delete from users where id = any($1)', [[dee.id, eva.id]])
    const told = (await history(ana, id)).map(({ by, author }: { by: string; author: null }) => [by, author])
    expect(told).toEqual([
      ['someone', null],
      ['deleted', null],
    ])
  })
})

describe('putting back', () => {
  it('says what it said before, and is a revision itself', async () => {
    const before = await logShow(ana, { artist_name: 'Back', support: ['A', 'B'], show_time: '20:00' })
    const { id } = before
    await change(ana, id, { artist_name: 'Bakc', support: [], show_time: null, show_date: '2019-12-02' })
    const [revision] = await history(ana, id)
    const { status, body } = await revert(ana, id, revision.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      artist_name: 'Back',
      show_time: '20:00',
      show_date: '2019-12-01',
      starts_at: before.starts_at,
    })
    expect(body.lineup.map((act: { artist: { name: string } }) => act.artist.name)).toEqual([
      'Back',
      'A',
      'B',
    ])
    const [back] = await history(ana, id)
    expect(back).toMatchObject({ kind: 'revert', reverts: revision.id })
    expect((await revert(ana, id, back.id)).body.artist_name).toBe('Bakc')
  })

  it('brings back a venue, and a venue’s address', async () => {
    const { id, venue } = await logShow(ana, { artist_name: 'Moved house', venue_address: 'Right street 1' })
    await change(ana, id, { venue_name: 'Wrong place', venue_city: 'Köln', venue_country: 'DE' })
    const [moved] = await history(ana, id)
    expect((await revert(ana, id, moved.id)).body.venue).toEqual(venue)
    await change(ana, id, { venue_address: 'Wrong street 1' })
    const [corrected] = await history(ana, id)
    expect((await revert(ana, id, corrected.id)).body.venue.address).toBe(venue.address)
  })

  it('is refused when it was changed again since, when the concert exists, and to those who were not there', async () => {
    const { id } = await logShow(ana, { artist_name: 'Refused', title: 'One' })
    await change(ana, id, { title: 'Two' })
    const [first] = await history(ana, id)
    await change(ana, id, { title: 'Three' })
    const late = await revert(ana, id, first.id)
    expect([late.status, late.body.code]).toEqual([409, 'changed_since'])
    await change(ana, id, { show_date: '2018-12-01' })
    const [moved] = await history(ana, id)
    await logShow(ana, { artist_name: 'Refused' })
    const taken = await revert(ana, id, moved.id)
    expect([taken.status, taken.body.code]).toEqual([409, 'show_exists'])
    const stranger = await revert(cai, id, moved.id)
    expect([stranger.status, stranger.body.code]).toEqual([403, 'not_an_attendee'])
    const { id: other } = await logShow(ana, { artist_name: 'Refused', show_date: '2017-01-01' })
    expect((await revert(ana, other, moved.id)).status).toBe(404)
  })
})

describe('a setlist', () => {
  const add = async (id: string, song_name: string, more: object = {}) =>
    (await ana.post(`/shows/${id}/setlist`, { song_name, ...more })).body.id
  const songs = async (id: string) =>
    (await ana.get(`/shows/${id}/setlist`)).body.items.map((song: { song_name: string }) => song.song_name)
  const stretch = (list: { song_order: number; song_name: string }[]) =>
    list.map(({ song_order, song_name }) => [song_order, song_name])

  it('is told by the stretch that changed, and put back with all it said', async () => {
    const { id } = await logShow(ana, { artist_name: 'Listed' })
    for (const name of ['A', 'B', 'C']) await add(id, name)
    const gone = await add(id, 'D', { notes: 'twice as long', encore: true, cover_of: 'Somebody' })
    await add(id, 'E', { encore: true })
    await ana.delete(`/shows/${id}/setlist/${gone}`)
    const [deleted] = await history(ana, id)
    const [change] = deleted.changes
    expect([change.field, stretch(change.before), stretch(change.after)]).toEqual(['setlist', [[4, 'D']], []])
    expect((await revert(ana, id, deleted.id)).status).toBe(200)
    expect(await songs(id)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect((await ana.get(`/shows/${id}/setlist`)).body.items[3]).toMatchObject({
      notes: 'twice as long',
      encore: true,
      cover_of: 'Somebody',
    })
    expect((await history(ana, id))[0]).toMatchObject({ kind: 'revert', reverts: deleted.id })
  })

  it('is put back after a new order, and not once that stretch has changed again', async () => {
    const { id } = await logShow(ana, { artist_name: 'Reordered' })
    const ids = [await add(id, 'A'), await add(id, 'B'), await add(id, 'C')]
    await ana.patch(`/shows/${id}/setlist`, { order: [ids[1], ids[0], ids[2]] })
    const [moved] = await history(ana, id)
    expect(stretch(moved.changes[0].after)).toEqual([
      [1, 'B'],
      [2, 'A'],
    ])
    await revert(ana, id, moved.id)
    expect(await songs(id)).toEqual(['A', 'B', 'C'])
    const late = await revert(ana, id, moved.id)
    expect([late.status, late.body.code]).toEqual([409, 'changed_since'])
  })

  it('that changed by more than a revision holds is told in part and cannot be put back', async () => {
    const { id } = await logShow(ana, { artist_name: 'Long' })
    const many = Array.from({ length: 200 }, (_, n) => ({ song_name: `Song ${n}` }))
    await ana.put(`/shows/${id}/setlist`, { songs: [...many, ...many] })
    await ana.put(`/shows/${id}/setlist`, { songs: [] })
    const [emptied] = await history(ana, id)
    expect(emptied.changes[0].before).toHaveLength(200)
    const refused = await revert(ana, id, emptied.id)
    expect([refused.status, refused.body.code]).toEqual([409, 'not_revertible'])
  })
})

describe('a show with an organiser', () => {
  it('is changed by its staff alone; what is one’s own stays one’s own', async () => {
    const { id } = await logShow(ana, { artist_name: 'Organised' })
    await server.app.pool.query(
      `update shows set organizer_id = $1, title = 'Theirs', latitude = 52, longitude = 5 where id = $2`,
      [bo.id, id],
    )
    const refused = await ana.patch(`/shows/${id}`, { title: 'By Ana', notes: 'n' })
    expect([refused.status, refused.body.code]).toEqual([403, 'staff_only'])
    expect((await change(ana, id, { notes: 'mine' })).notes).toBe('mine')
    expect((await change(bo, id, { title: 'By Bo' })).title).toBe('By Bo')
    const [revision] = await history(cai, id)
    expect(revision.author.username).toBe('bo')
    expect((await revert(ana, id, revision.id)).body.code).toBe('staff_only')
    expect((await revert(bo, id, revision.id)).body.title).toBe('Theirs')
  })
})
