import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { upload } from '../../../test/photos.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let organizer: Client
let round = 0
beforeAll(async () => {
  server = await startTestServer()
})
/** Ana follows Bo and somebody who puts nights on. */
beforeEach(async () => {
  ;[ana, bo, organizer] = await server.people(`ana${++round}`, `bo${round}`, `host${round}`)
  await appoint(server, 'organizer', organizer)
  for (const one of [bo, organizer]) await ana.post(`/users/${one.id}/follow`)
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[]) => server.app.pool.query(text, values)
const summaries = async (who: Client): Promise<string[]> =>
  (await who.get('/feed')).body.items.map(({ summary }: { summary: string }) => summary)
const answer = (who: Client, event: string, status: string) => who.post(`/events/${event}/rsvp`, { status })
/** What has to do with a night, when it is at a place that is called like this. */
const at = (title: string, place: string, ...said: [who: Client, does: string][]) =>
  said.map(([{ username }, does]) => `${username} ${does} ${title} in ${place}`)

describe('a night', () => {
  it('is announced, answered and arrived at, each once and as it is now', async () => {
    const { id, title, venue } = await makeEvent(organizer)
    const night = (...said: [Client, string][]) => at(title, venue.name, ...said)
    const announced: [Client, string] = [organizer, 'announced']
    expect(await summaries(ana)).toEqual(night(announced))
    for (const status of ['going', 'maybe', 'going']) await answer(bo, id, status)
    expect(await summaries(ana)).toEqual(night([bo, 'is going to'], announced))
    await answer(bo, id, 'maybe')
    expect(await summaries(ana)).toEqual(night([bo, 'might go to'], announced))
    await answer(bo, id, 'no')
    expect(await summaries(ana)).toEqual(night(announced))
    await answer(bo, id, 'going')
    // tonight
    await sql(`update shows set starts_at = now(), doors_at = null where id = $1`, [id])
    expect((await bo.post(`/shows/${id}/checkin`)).status).toBe(200)
    expect(await summaries(ana)).toEqual(night([bo, 'is at'], [bo, 'is going to'], announced))
    await sql(`update shows set starts_at = now() - interval '1 day', ends_at = null where id = $1`, [id])
    expect(await summaries(ana)).toEqual(night([bo, 'was at'], [bo, 'was to go to'], announced))
  })

  it('25: that is for friends, called off or withdrawn is nothing to others', async () => {
    const { id, title, venue } = await makeEvent(organizer)
    const announced = at(title, venue.name, [organizer, 'announced'])
    await answer(bo, id, 'going')
    for (const visibility of ['friends', 'private', 'public']) {
      await organizer.patch(`/events/${id}`, { visibility })
      const told = (await summaries(ana)).filter((one) => one.includes('announced'))
      expect([visibility, told]).toEqual([visibility, visibility === 'public' ? announced : []])
    }
    await organizer.post(`/events/${id}/cancel`, { reason: 'Ill' })
    expect((await summaries(ana)).filter((one) => one.includes('announced'))).toEqual([])
    await organizer.post(`/events/${id}/reinstate`)
    expect((await summaries(ana)).filter((one) => one.includes('announced'))).toEqual(announced)
    await organizer.post(`/users/${ana.id}/block`)
    // Bo is going, but to something that is not there
    expect(await summaries(ana)).toEqual([])
  })
})

it('two shows that become one are told as one', async () => {
  const night = { show_date: '2019-12-01' }
  const from = await logShow(bo, { ...night, artist_name: `The Band ${round}` })
  const into = await logShow(bo, { ...night, artist_name: `Band ${round}` })
  await upload(bo, { show_id: from.id })
  await bo.post('/comments', { show_id: from.id, content: 'Twice' })
  expect(await summaries(ana)).toHaveLength(4)
  expect((await bo.post(`/shows/${from.id}/merge`, { into: into.id })).status).toBe(200)
  expect(await summaries(ana)).toEqual([
    `bo${round} wrote about Band ${round}`,
    `bo${round} added a photo of Band ${round}`,
    `bo${round} was at Band ${round} in TivoliVredenburg`,
  ])
})
