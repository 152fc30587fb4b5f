import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const query = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const add = async (who: Client, draft: object) => {
  const { status, body } = await who.post('/mood/samples', draft)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const happy = { happy: 0.84, sad: 0.04, angry: 0.02, neutral: 0.1 }
const somebody = async (name: string) => {
  const [who] = await server.people(name)
  return who
}
const historyOf = async (who: Client, question = '') => (await who.get(`/mood/history${question}`)).body

describe('a mood', () => {
  it('of a face is judged by its scores, whatever the page made of it', async () => {
    const told = { mood: 'sad', confidence: 1 }
    expect(await add(ana, { source: 'camera', scores: happy, ...told })).toMatchObject({
      mood: 'happy',
      confidence: expect.closeTo(0.84),
      source: 'camera',
      scores: happy,
      corrected_from: null,
    })
  })

  it('is not sure below a half, and lies between those it is like then', async () => {
    const between = { happy: 0.45, sad: 0.05, angry: 0.05, neutral: 0.45 }
    const { mood, confidence, valence } = await add(ana, { source: 'camera', scores: between })
    expect([mood, confidence]).toEqual([null, expect.closeTo(0.45)])
    expect(valence).toBeGreaterThan(0.5)
    const nobody = { happy: 0, sad: 0, angry: 0, neutral: 0 }
    expect(await add(ana, { source: 'camera', scores: nobody })).toMatchObject({
      mood: null,
      confidence: 0,
      valence: 0.5,
    })
  })

  it('of the field is the nearest one, and keeps the place; of a button it lies in the middle of its music', async () => {
    const place = { valence: 0.1, energy: 0.95 }
    expect(await add(ana, { source: 'pad', ...place, mood: 'happy' })).toMatchObject({
      mood: 'angry',
      confidence: 1,
      scores: null,
      ...place,
    })
    const { valence, energy } = await add(ana, { source: 'button', mood: 'happy' })
    expect([valence, energy]).toEqual([0.8, 0.75])
  })

  it.each([
    [{ source: 'camera' }, 'scores'],
    [{ source: 'pad', valence: 0.4 }, 'valence'],
    [{ source: 'button' }, 'mood'],
    [{ source: 'corrected', mood: 'happy' }, 'source'],
    [{ source: 'camera', scores: { ...happy, afraid: 0.1 } }, 'scores.afraid'],
    [{ source: 'camera', scores: { ...happy, sad: 2 } }, 'scores.sad'],
    [{ source: 'button', mood: 'happy', image: 'UklGR' }, 'image'],
  ])('%j is none', async (draft, field) => {
    const { status, body } = await ana.post('/mood/samples', draft)
    expect([status, body.errors?.[0]?.field]).toEqual([422, field])
  })

  it('is told to her pages, and to nobody else’s', async () => {
    const [hers, his] = await Promise.all([listen(server.url, ana), listen(server.url, bo)])
    const { id } = await add(ana, { source: 'button', mood: 'neutral' })
    expect((await hers.hear('mood', { id })).payload).toEqual({ id, state: 'neutral', progress: 1 })
    await ana.post(`/mood/samples/${id}/correct`, { mood: 'happy' })
    await hers.hear('mood', { id, state: 'happy' })
    expect(his.heard.filter(({ event }) => event === 'mood')).toEqual([])
    hers.socket.close()
    his.socket.close()
  })
})

describe('a correction', () => {
  const correct = async (who: Client, id: string, mood: string) =>
    (await who.post(`/mood/samples/${id}/correct`, { mood })).body
  const unclear = { happy: 0.05, sad: 0.02, angry: 0.38, neutral: 0.55 }

  it('is what she says, with what it was before, and can be taken back', async () => {
    const { id } = await add(ana, { source: 'camera', scores: happy })
    const corrected = { mood: 'sad', source: 'corrected', corrected_from: 'happy', confidence: 1 }
    expect(await correct(ana, id, 'sad')).toMatchObject({ ...corrected, scores: happy, valence: 0.225 })
    expect(await correct(ana, id, 'angry')).toMatchObject({ ...corrected, mood: 'angry' })
    expect(await correct(ana, id, 'happy')).toMatchObject({
      mood: 'happy',
      source: 'camera',
      corrected_from: null,
      confidence: expect.closeTo(0.84),
    })
    expect(await correct(ana, id, 'happy')).toMatchObject({ source: 'camera' })
  })

  it('of one that was not sure says so, and a place that was touched stays', async () => {
    const unsure = await add(ana, { source: 'camera', scores: { happy: 0, sad: 0, angry: 0, neutral: 0 } })
    expect(await correct(ana, unsure.id, 'happy')).toMatchObject({
      source: 'corrected',
      corrected_from: null,
      valence: 0.8,
    })
    const { id } = await add(ana, { source: 'pad', valence: 0.9, energy: 0.9 })
    expect(await correct(ana, id, 'angry')).toMatchObject({ mood: 'angry', valence: 0.9, energy: 0.9 })
  })

  it('is remembered: an unclear face is read as it was said, a clear one stays, nobody else’s changes', async () => {
    const cleo = await somebody('cleo')
    const read = async (who: Client, scores: object) => (await add(who, { source: 'camera', scores })).mood
    expect(await read(cleo, unclear)).toBe('neutral')
    for (let times = 0; times < 4; times++) {
      const { id } = await add(cleo, { source: 'camera', scores: unclear })
      await correct(cleo, id, 'angry')
    }
    expect(await read(cleo, unclear)).toBe('angry')
    expect(await read(cleo, { happy: 0.02, sad: 0.03, angry: 0.15, neutral: 0.8 })).toBe('neutral')
    expect(await read(bo, unclear)).toBe('neutral')
    expect((await cleo.delete('/mood/history')).status).toBe(204)
    expect(await read(cleo, unclear)).toBe('neutral')
    expect((await historyOf(cleo)).items).toHaveLength(1)
    expect((await historyOf(bo)).items).toHaveLength(1)
  })

  it('of buttons and places teaches nothing of faces', async () => {
    const dee = await somebody('dee')
    for (let times = 0; times < 4; times++) {
      const { id } = await add(dee, { source: 'button', mood: 'neutral', scores: unclear })
      await correct(dee, id, 'angry')
    }
    expect(await add(dee, { source: 'camera', scores: unclear })).toMatchObject({ mood: 'neutral' })
  })

  it('two at once leave one of them, and what it was before', async () => {
    const { id } = await add(ana, { source: 'button', mood: 'happy' })
    await Promise.all(['sad', 'angry', 'neutral'].map((mood) => correct(ana, id, mood)))
    expect((await historyOf(ana)).items[0]).toMatchObject({
      id,
      corrected_from: 'happy',
      source: 'corrected',
    })
  })
})

describe('18: the moods of somebody', () => {
  it('are nobody else’s to read, correct or forget', async () => {
    const eve = await somebody('eve')
    const { id } = await add(eve, { source: 'button', mood: 'happy' })
    for (const who of [bo, ana]) {
      expect((await who.post(`/mood/samples/${id}/correct`, { mood: 'sad' })).status).toBe(404)
      expect((await who.delete(`/mood/samples/${id}`)).status).toBe(404)
      expect(JSON.stringify(await historyOf(who, '?limit=100'))).not.toContain(id)
    }
    expect((await historyOf(eve)).items).toMatchObject([{ id, mood: 'happy' }])
    expect((await eve.delete(`/mood/samples/${id}`)).status).toBe(204)
    expect((await eve.delete(`/mood/samples/${id}`)).status).toBe(404)
  })
})

describe('the history', () => {
  it('comes by pages without a gap, by mood, and by days', async () => {
    const fay = await somebody('fay')
    const moods = ['happy', 'sad', 'happy', 'angry', 'happy']
    for (const mood of moods) await add(fay, { source: 'button', mood })
    // however many in one moment
    await query(
      'update mood_samples set created_at = (select max(created_at) from mood_samples) where person_id = $1',
      [fay.id],
    )
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { id: string; mood: string }[]; next_cursor: string | null } = await historyOf(
        fay,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...page.items.map(({ mood }) => mood))
      cursor = page.next_cursor
    }
    expect(seen).toEqual(moods.toReversed())
    expect((await historyOf(fay, '?mood=happy')).items).toHaveLength(3)
    expect((await historyOf(fay, '?limit=2&page=3')).items).toHaveLength(1)
    await query(`update mood_samples set created_at = now() - interval '49 hours' where person_id = $1`, [
      fay.id,
    ])
    expect((await historyOf(fay, '?days=2')).items).toEqual([])
    expect((await historyOf(fay, '?days=4')).items).toHaveLength(5)
    expect((await fay.get('/mood/history?cursor=nonsense')).status).toBe(422)
  })

  it('sums up by the day, hour and weekday where she lives', async () => {
    const gus = await somebody('gus')
    const noon = new Date(Date.UTC(new Date().getUTCFullYear() - 1, 0, 1, 11, 30))
    const { id } = await add(gus, { source: 'pad', valence: 0.2, energy: 0.4 })
    await gus.post(`/mood/samples/${id}/correct`, { mood: 'happy' })
    await add(gus, { source: 'pad', valence: 0.8, energy: 0.6 })
    await add(gus, { source: 'camera', scores: { happy: 0, sad: 0, angry: 0, neutral: 0 } })
    await query('update mood_samples set created_at = $2 where person_id = $1', [gus.id, noon])
    const summaryIn = async (zone: string) => {
      await gus.patch('/users/me', { time_zone: zone })
      return (await gus.get('/mood/summary?days=3660')).body
    }
    const moods = { happy: 2, sad: 0, angry: 0, neutral: 0, unsure: 1 }
    const weekday = (noon.getUTCDay() + 6) % 7
    const there = await summaryIn('Pacific/Auckland')
    expect(there).toMatchObject({ total: 3, moods, corrected: 1 })
    expect([there.hours[0], there.weekdays[(weekday + 1) % 7]]).toEqual([moods, moods])
    expect(there.timeline).toEqual([
      {
        date: `${noon.getUTCFullYear()}-01-02`,
        moods,
        valence: expect.closeTo(0.5),
        energy: expect.closeTo(0.5),
      },
    ])
    const here = await summaryIn('America/Los_Angeles')
    expect([here.hours[3], here.weekdays[weekday]]).toEqual([moods, moods])
    expect(here.timeline[0].date).toBe(`${noon.getUTCFullYear()}-01-01`)
    expect((await gus.get('/mood/summary')).body).toMatchObject({ total: 0, timeline: [] })
  })
})

describe('what music fits a mood', () => {
  const ruleOf = async (who: Client, mood: string) =>
    (await who.get('/mood/rules')).body.items.find((rule: { mood: string }) => rule.mood === mood)

  it('is hers before the operator’s before everybody’s, and each can be taken back', async () => {
    const [ada, hal, ivy] = await server.people('ada', 'hal', 'ivy')
    await appoint(server, 'admin', ada)
    const usual = await ruleOf(hal, 'sad')
    expect(usual).toMatchObject({ source: 'default', valence: [0, 0.45] })
    const set = await ada.put('/mood/rules/sad', { tempo: [50, 90], for: 'everyone' })
    expect(set.body).toEqual({ ...usual, tempo: [50, 90], source: 'operator' })
    const mine = await hal.put('/mood/rules/sad', { valence: [0.1, 0.3], description: 'Rain' })
    expect(mine.body).toEqual({ ...set.body, valence: [0.1, 0.3], description: 'Rain', source: 'mine' })
    expect(await ruleOf(ivy, 'sad')).toEqual(set.body)
    expect((await ada.delete('/mood/rules/sad?for=everyone')).body).toEqual(usual)
    expect(await ruleOf(hal, 'sad')).toEqual(mine.body)
    expect((await hal.delete('/mood/rules/sad')).body).toEqual(usual)
    expect((await hal.delete('/mood/rules/sad')).body).toEqual(usual)
    const { body: trail } = await ada.get('/admin/audit?act=mood_rule_changed')
    expect(trail.items.map(({ details }: { details: object }) => details)).toEqual([
      { mood: 'sad', changed: 'reset' },
      { mood: 'sad', changed: 'tempo' },
    ])
  })

  it('20: for everybody is for admins to say', async () => {
    const mo = await somebody('mo')
    await appoint(server, 'moderator', mo)
    for (const who of [bo, mo]) {
      const change = { tempo: [60, 80], for: 'everyone' }
      expect((await who.put('/mood/rules/sad', change)).body.code).toBe('forbidden')
      expect((await who.delete('/mood/rules/sad?for=everyone')).body.code).toBe('forbidden')
    }
  })

  it('says what moods her places are', async () => {
    const jo = await somebody('jo')
    const touch = () => add(jo, { source: 'pad', valence: 0.1, energy: 0.1 })
    expect(await touch()).toMatchObject({ mood: 'sad' })
    await jo.put('/mood/rules/neutral', { valence: [0, 0.3], energy: [0, 0.3] })
    expect(await touch()).toMatchObject({ mood: 'neutral' })
  })

  it('changes of several parts at once all stay, and nothing said changes nothing', async () => {
    const kim = await somebody('kim')
    expect((await kim.put('/mood/rules/angry', {})).body.source).toBe('default')
    const changes = [
      { valence: [0.1, 0.2] },
      { energy: [0.7, 0.8] },
      { tempo: [110, 120] },
      { description: 'Go' },
    ]
    await Promise.all(changes.map((change) => kim.put('/mood/rules/angry', change)))
    expect(await ruleOf(kim, 'angry')).toMatchObject(Object.assign({}, ...changes))
  })

  it.each([
    [{ valence: [0.6, 0.2] }, 'valence'],
    [{ tempo: [10, 90] }, 'tempo.0'],
    [{ energy: [0.2] }, 'energy'],
    [{ mood: 'sad' }, 'mood'],
  ])('%j is none', async (change, field) => {
    const { status, body } = await ana.put('/mood/rules/happy', change)
    expect([status, body.errors?.[0]?.field]).toEqual([422, field])
    expect((await ana.put('/mood/rules/bored', {})).status).toBe(404)
  })
})
