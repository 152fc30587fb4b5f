import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { confirmed, sendImport, settled } from '../../../test/imports.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

describe('a table of shows', () => {
  it('is read, looked at, and added', async () => {
    const text = `Band,Where,City,Date,Rating
Spinvis,TivoliVredenburg,Utrecht,2019-12-01,5
De Staat,Paradiso,Amsterdam,13/05/2018,4
Nobody,,Amsterdam,2018-05-13,
`
    const { status, body } = await sendImport(ana, 'csv', text)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'preview',
      mapping: {
        artist_name: 'Band',
        venue_name: 'Where',
        venue_city: 'City',
        show_date: 'Date',
        rating: 'Rating',
      },
      rows: { total: 3, ok: 2, doubtful: 0, duplicate: 0, bad: 1 },
      problems: [{ row: 4, field: 'venue_name', message: 'It does not say where it was.' }],
    })
    const done = await confirmed(ana, body.id)
    expect(done).toMatchObject({ state: 'done', outcomes: { added: 2, failed: 1 }, undoable: true })
    expect((await ana.get('/shows?scope=mine')).body.items).toHaveLength(2)
    await ana.post(`/imports/${body.id}/undo`)
    expect(await settled(ana, body.id)).toMatchObject({ state: 'undone', outcomes: { added: 0, undone: 2 } })
    expect((await ana.get('/shows?scope=mine')).body.items).toEqual([])
  })
})
