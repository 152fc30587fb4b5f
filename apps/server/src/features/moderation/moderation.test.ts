import { randomUUID } from 'node:crypto'
import type { ModerationAction, ReportTarget } from '@sharemyshows/contract/moderation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { addPhoto } from '../../../test/photos.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { blankWords } from './store.ts'

let server: TestServer
let ana: Client
let bo: Client
let mo: Client
let ada: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, mo, ada] = await server.people('ana', 'bo', 'mo', 'ada')
  await appoint(server, 'moderator', mo)
  await appoint(server, 'admin', ada)
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const fresh = async (name: string) => (await server.people(name))[0] as Client
const say = async (who: Client, show_id: string, content: string): Promise<string> =>
  (await who.post('/comments', { show_id, content })).body.id
const tell = (who: Client, target: ReportTarget, target_id: string, more = {}) =>
  who.post('/reports', { target, target_id, reason: 'spam', ...more })
const told = async (who: Client): Promise<string[]> =>
  (await who.get('/notifications')).body.items.map(({ text }: { text: string }) => text)
const decide = (who: Client, id: string, action: ModerationAction, reason = 'It is spam') =>
  who.post(`/moderation/cases/${id}/decision`, { action, reason })

/** Has something reported by bo; gives its case. */
async function caseOf(target: ReportTarget, target_id: string): Promise<string> {
  expect((await tell(bo, target, target_id)).status).toBe(201)
  const { rows } = await sql('select id from moderation_cases where target_id = $1 and decided_at is null', [
    target_id,
  ])
  return rows[0].id
}

/** An event of somebody, as it lies in the database. */
async function eventOf(who: Client): Promise<string> {
  const { id } = await night(ana)
  await sql(
    `update shows set organizer_id = $1, visibility = 'public', title = 'Night', latitude = 52, longitude = 5
      where id = $2`,
    [who.id, id],
  )
  await ana.delete(`/shows/${id}`)
  return id
}

async function messageTo(reader: Client, author: Client, text: string): Promise<string> {
  const [conversation, message] = [randomUUID(), randomUUID()]
  await sql(`insert into conversations (id, kind, pair) values ($1, 'direct', $2)`, [
    conversation,
    [reader.id, author.id].sort().join(':'),
  ])
  for (const { id } of [reader, author]) {
    await sql('insert into conversation_members (conversation_id, person_id) values ($1, $2)', [
      conversation,
      id,
    ])
  }
  await sql(
    'insert into messages (id, conversation_id, number, author_id, text) values ($1, $2, 1, $3, $4)',
    [message, conversation, author.id, text],
  )
  return message
}

let nights = 0
/** A show that nobody else logs. */
const night = (who: Client, more: object = {}) => logShow(who, { artist_name: `Act ${nights++}`, ...more })

describe('a report', () => {
  it('is made once and changed by saying it again', async () => {
    const { id } = await night(ana)
    const comment = await say(ana, id, 'Buy here')
    const first = await tell(bo, 'comment', comment, { note: 'Again  ' })
    expect([first.status, first.body]).toMatchObject([
      201,
      { target: 'comment', target_id: comment, reason: 'spam', note: 'Again', state: 'open' },
    ])
    const second = await tell(bo, 'comment', comment, { reason: 'hate' })
    expect([second.status, second.body]).toMatchObject([200, { id: first.body.id, reason: 'hate', note: '' }])
    expect((await tell(mo, 'comment', comment)).status).toBe(201)
    const { rows } = await sql('select id from moderation_cases where target_id = $1', [comment])
    expect(rows).toHaveLength(1)
    const { body } = await mo.get(`/moderation/cases/${rows[0].id}`)
    expect(body).toMatchObject({
      excerpt: 'Buy here',
      person: { id: ana.id, suspended: false },
      exists: true,
      show_id: id,
      reports: [{ reporter: { id: bo.id }, reason: 'hate' }, { reporter: { id: mo.id } }],
    })
  })

  it('is one case, however many report it at once', async () => {
    const { id } = await night(ana)
    const many = await server.people('r1', 'r2', 'r3', 'r4', 'r5', 'r6')
    const answers = await Promise.all([...many, ...many].map((who) => tell(who, 'show', id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(6).fill(200), ...Array(6).fill(201)])
    const { rows } = await sql(
      'select count(*)::int as reports, count(distinct case_id)::int as cases from reports r join moderation_cases k on k.id = case_id where target_id = $1',
      [id],
    )
    expect(rows).toEqual([{ reports: 6, cases: 1 }])
  })

  it('18: is of what one sees', async () => {
    const show = await night(ana, { is_public: false })
    const photo = (await addPhoto(ana, { show_id: show.id })).id
    const comment = await say(ana, show.id, 'Hidden')
    const message = await messageTo(ana, ada, 'Hidden, too')
    const hidden: [ReportTarget, string][] = [
      ['show', show.id],
      ['photo', photo],
      ['comment', comment],
      ['message', message],
      ['person', randomUUID()],
    ]
    for (const [target, id] of hidden) {
      for (const who of [bo, mo])
        expect([target, (await tell(who, target, id)).status]).toEqual([target, 404])
    }
    expect((await tell(ana, 'message', message)).status).toBe(201)
    expect((await tell(server.stranger, 'person', ana.id)).status).toBe(401)
    // a medium is reported as what it is
    await ana.patch(`/shows/${show.id}`, { is_public: true })
    await ana.patch(`/photos/${photo}`, { audience: 'public' })
    expect((await tell(bo, 'video', photo)).status).toBe(404)
    expect((await tell(bo, 'photo', photo)).status).toBe(201)
  })

  it('is not of oneself, nor of somebody one parted from', async () => {
    const dan = await fresh('dan')
    const { id } = await night(dan)
    const own: [ReportTarget, string][] = [
      ['person', dan.id],
      ['comment', await say(dan, id, 'Mine')],
      ['message', await messageTo(bo, dan, 'Mine')],
    ]
    for (const [target, id] of own) expect((await tell(dan, target, id)).body.code).toBe('own_person')
    await sql("insert into relationships (from_id, to_id, kind) values ($1, $2, 'block')", [dan.id, ana.id])
    for (const [target, id] of own) expect((await tell(ana, target, id)).status).toBe(404)
  })

  it('40: keeps what was said as it was said, as far as 500 characters', async () => {
    const { id } = await night(ana)
    const corpus = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '\u202egnp.exe',
      '🎸'.repeat(600),
    ]
    for (const content of corpus) {
      const found = await caseOf('comment', await say(ana, id, content))
      const { body } = await mo.get(`/moderation/cases/${found}`)
      expect(body.excerpt).toBe([...content].slice(0, 500).join(''))
    }
  })
})

it('about a show that is nobody’s alone tells what the show is called now', async () => {
  const { id } = await night(ana)
  const found = await caseOf('show', id)
  await ana.patch(`/shows/${id}`, { title: 'Called so since' })
  expect((await mo.get(`/moderation/cases/${found}`)).body.excerpt).toBe('Called so since')
})

describe('the queue', () => {
  it('23: is for moderators and admins', async () => {
    const found = await caseOf('person', (await fresh('eve')).id)
    for (const path of [
      '/moderation/cases',
      `/moderation/cases/${found}`,
      `/moderation/cases/${found}/picture`,
    ]) {
      expect([path, (await bo.get(path)).status, (await server.stranger.get(path)).status]).toEqual([
        path,
        403,
        401,
      ])
    }
    expect((await decide(bo, found, 'dismiss')).status).toBe(403)
    expect((await mo.get(`/moderation/cases/${found}`)).status).toBe(200)
    expect((await ada.get('/moderation/cases')).status).toBe(200)
  })

  it('shows open ones oldest first and decided ones latest first, page by page, and by kind', async () => {
    const ids: string[] = []
    for (const name of ['f1', 'f2', 'f3']) ids.push(await caseOf('person', (await fresh(name)).id))
    const read = async (query: string): Promise<string[]> => {
      const found: string[] = []
      for (let cursor = ''; ; ) {
        const { body } = await mo.get(`/moderation/cases?limit=2&${query}${cursor}`)
        found.push(...body.items.map((item: { id: string }) => item.id))
        if (body.next_cursor === null) return found.filter((id) => ids.includes(id))
        cursor = `&cursor=${body.next_cursor}`
      }
    }
    expect(await read('state=open&target=person')).toEqual(ids)
    expect(await read('state=open&target=comment')).toEqual([])
    const before = (await mo.get('/moderation/cases')).body.open
    for (const id of ids) expect((await decide(mo, id, 'dismiss')).status).toBe(200)
    expect((await mo.get('/moderation/cases')).body.open).toBe(before - 3)
    expect(await read('state=decided')).toEqual(ids.toReversed())
    expect((await mo.get('/moderation/cases?cursor=x')).status).toBe(422)
  })

  it('keeps from a moderator what is said of herself', async () => {
    const { open } = (await mo.get('/moderation/cases')).body
    const found = await caseOf('person', mo.id)
    expect((await mo.get('/moderation/cases')).body.open).toBe(open)
    expect((await mo.get(`/moderation/cases/${found}`)).status).toBe(404)
    expect((await decide(mo, found, 'dismiss')).status).toBe(404)
    expect((await decide(ada, found, 'dismiss')).status).toBe(200)
  })

  it('has a picture of what only few see', async () => {
    const { id } = await night(ana)
    await bo.post(`/shows/${id}/checkin`, {})
    const photo = (await addPhoto(ana, { show_id: id, audience: 'attendees' })).id
    const found = await caseOf('photo', photo)
    expect((await mo.get(`/photos/${photo}`)).status).toBe(404)
    const { thumbnail } = (await mo.get(`/moderation/cases/${found}`)).body
    const picture = await mo.get(thumbnail.replace('/api/v1', ''))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
    await ana.delete(`/photos/${photo}`)
    expect((await mo.get(thumbnail.replace('/api/v1', ''))).status).toBe(404)
    expect((await mo.get(`/moderation/cases/${found}`)).body).toMatchObject({
      exists: false,
      thumbnail: null,
    })
  })
})

describe('a decision', () => {
  it('can be to do nothing, of which only those hear who reported it', async () => {
    const gus = await fresh('gus')
    const found = await caseOf('person', gus.id)
    const { status, body } = await decide(mo, found, 'dismiss', 'Fine as it is')
    expect([status, body]).toMatchObject([
      200,
      { state: 'decided', action: 'dismiss', decision: 'Fine as it is', decided_by: { id: mo.id } },
    ])
    expect(await told(gus)).toEqual([])
    expect((await told(bo))[0]).toContain('looked at what you reported')
    expect((await decide(ada, found, 'warn')).body.code).toBe('case_decided')
    // reported again, it is another case
    expect((await tell(bo, 'person', gus.id)).status).toBe(201)
  })

  it('needs a reason', async () => {
    const found = await caseOf('person', (await fresh('hal')).id)
    expect((await decide(mo, found, 'warn', '  ')).body.errors[0].field).toBe('reason')
    expect((await decide(mo, found, 'explode' as ModerationAction)).status).toBe(422)
    expect((await decide(mo, randomUUID(), 'warn')).status).toBe(404)
  })

  it('warns with its reason, word for word', async () => {
    const ivy = await fresh('ivy')
    const { id } = await night(ivy)
    const comment = await say(ivy, id, 'Rude')
    const reason = '<b>Be kind</b>'
    await decide(mo, await caseOf('comment', comment), 'warn', reason)
    expect(await told(ivy)).toEqual([`The moderators ask you to mind your comment: ${reason}`])
    expect((await bo.get(`/comments/show/${id}`)).body.items).toHaveLength(1)
  })

  it('takes away what was reported, for its owner, too', async () => {
    const jon = await fresh('jon')
    const { id } = await night(jon)
    const comment = await say(jon, id, 'Gone')
    await decide(mo, await caseOf('comment', comment), 'remove')
    expect((await jon.get(`/comments/show/${id}`)).body.items).toEqual([])
    expect((await jon.post(`/comments/${comment}/restore`, {})).status).toBe(404)

    const photo = (await addPhoto(jon, { show_id: id })).id
    await decide(mo, await caseOf('photo', photo), 'remove')
    expect((await jon.get(`/photos/${photo}`)).status).toBe(404)
    expect((await jon.post(`/photos/${photo}/restore`, {})).status).toBe(404)

    const message = await messageTo(bo, jon, 'Gone')
    await decide(mo, await caseOf('message', message), 'remove')
    expect((await sql('select text from messages where id = $1', [message])).rows).toEqual([{ text: '' }])

    await jon.patch('/users/me', { display_name: 'Not nice', bio: 'Not nice' })
    await decide(mo, await caseOf('person', jon.id), 'remove')
    expect((await bo.get('/users/jon')).body).toMatchObject({
      username: 'jon',
      display_name: null,
      bio: null,
    })

    const event = await eventOf(jon)
    await decide(mo, await caseOf('show', event), 'remove')
    expect([(await bo.get(`/shows/${event}`)).status, (await jon.get(`/shows/${event}`)).status]).toEqual([
      404, 200,
    ])
    expect(await told(jon)).toEqual([
      'The moderators took your event out of sight: It is spam',
      'The moderators cleared your profile: It is spam',
      'The moderators took down your message: It is spam',
      'The moderators took down your photo: It is spam',
      'The moderators took down your comment: It is spam',
    ])
  })

  it('about what is nobody’s alone is only to do nothing', async () => {
    const { id } = await night(ana)
    const found = await caseOf('show', id)
    for (const action of ['warn', 'remove', 'suspend'] as const) {
      expect((await decide(mo, found, action)).status).toBe(403)
    }
    expect((await decide(mo, found, 'dismiss')).status).toBe(200)
  })

  it('is made once: of two moderators at the same moment one is too late', async () => {
    const kay = await fresh('kay')
    const found = await caseOf('person', kay.id)
    const answers = await Promise.all([mo, ada, mo, ada].map((who) => decide(who, found, 'warn')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(await told(kay)).toHaveLength(1)
    const { rows } = await sql(
      `select actor_id, details from audit_events where act = 'case_decided' and subject_id = $1`,
      [kay.id],
    )
    expect(rows).toMatchObject([{ details: { action: 'warn', target: 'person' } }])
  })
})

describe('suspending', () => {
  it('is not for moderators to do to moderators and admins, and then nothing is decided', async () => {
    const [lea, max] = await server.people('lea', 'max')
    await appoint(server, 'moderator', lea)
    await appoint(server, 'admin', max)
    for (const who of [lea, max]) {
      const found = await caseOf('person', who.id)
      expect((await decide(mo, found, 'suspend')).body.code).toBe('forbidden')
      expect((await mo.get(`/moderation/cases/${found}`)).body.state).toBe('open')
      expect((await who.get('/users/me')).status).toBe(200)
    }
    const { rows } = await sql('select id from moderation_cases where target_id = $1', [lea.id])
    expect((await decide(ada, rows[0].id, 'suspend')).status).toBe(200)
    expect((await lea.get('/users/me')).status).toBe(401)
  })

  it('24: hides all that is hers from others at once, and reinstating brings it back', async () => {
    const nia = await fresh('nia')
    const { id } = await night(nia, { artist_name: 'Nia alone', notes: 'x' })
    const shared = await night(ana, { artist_name: 'With Nia' })
    await nia.post(`/shows/${shared.id}/checkin`, {})
    const comment = await say(nia, shared.id, 'Here is Nia')
    const kept = await say(nia, shared.id, 'Nia stays')
    const photo = (await addPhoto(nia, { show_id: shared.id })).id
    await messageTo(bo, nia, 'Psst from Nia')
    const event = await eventOf(nia)

    const items = async (path: string) => (await bo.get(path)).body.items?.length ?? 0
    const ways: Record<string, () => Promise<unknown>> = {
      profile: async () => (await bo.get('/users/nia')).status,
      diary: async () => (await bo.get(`/shows/user/${nia.id}`)).status,
      'a show only she has': async () => (await bo.get(`/shows/${id}`)).status,
      event: async () => (await bo.get(`/shows/${event}`)).status,
      attendees: () => items(`/shows/${shared.id}/attendees`),
      'counts of a show': async () => (await bo.get(`/shows/${shared.id}`)).body.counts,
      comments: () => items(`/comments/show/${shared.id}`),
      photos: () => items(`/photos/show/${shared.id}`),
      'a photo': async () => (await bo.get(`/photos/${photo}`)).status,
      search: async () => JSON.stringify((await bo.get('/search?q=nia')).body).includes('Nia'),
    }
    const look = async () => {
      const seen: Record<string, unknown> = {}
      for (const [way, see] of Object.entries(ways)) seen[way] = await see()
      return seen
    }
    const before = await look()
    expect(before).toMatchObject({
      profile: 200,
      event: 200,
      attendees: 2,
      comments: 2,
      photos: 1,
      search: true,
    })

    const found = await caseOf('comment', comment)
    expect((await decide(mo, found, 'suspend')).body).toMatchObject({
      exists: false,
      person: { suspended: true },
    })
    expect((await nia.get('/users/me')).status).toBe(401)
    expect(await look()).toEqual({
      profile: 404,
      diary: 404,
      'a show only she has': 404,
      event: 404,
      attendees: 1,
      'counts of a show': expect.objectContaining({ attendees: 1, comments: 0, photos: 0 }),
      comments: 0,
      photos: 0,
      'a photo': 404,
      search: true,
    })
    expect(JSON.stringify((await bo.get('/search?q=nia+alone')).body)).not.toContain('Nia alone')

    await sql('update users set suspended_at = null where id = $1', [nia.id])
    const after = await look()
    // what was taken away stays so
    expect(after).toEqual({
      ...before,
      comments: 1,
      'counts of a show': expect.objectContaining({ comments: 1 }),
    })
    expect((await bo.get(`/comments/show/${shared.id}`)).body.items[0].id).toBe(kept)
  })
})

it('a show that is merged takes what was reported of it along', async () => {
  const [one, other] = [
    await night(ana, { artist_name: 'Twin A' }),
    await night(ana, { artist_name: 'Twin B' }),
  ]
  const gone = await caseOf('show', one.id)
  const stays = await caseOf('show', other.id)
  await tell(mo, 'show', one.id)
  const comment = await caseOf('comment', await say(ana, one.id, 'On twin A'))
  const merged = await ana.post(`/shows/${one.id}/merge`, { into: other.id })
  expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300)
  expect((await ada.get(`/moderation/cases/${gone}`)).status).toBe(404)
  expect((await ada.get(`/moderation/cases/${stays}`)).body).toMatchObject({
    target_id: other.id,
    exists: true,
    reports: [{ reporter: { id: bo.id } }, { reporter: { id: mo.id } }],
  })
  expect((await ada.get(`/moderation/cases/${comment}`)).body.show_id).toBe(other.id)
})

it('49: what is left of a case when somebody leaves is no word of hers, and not her name', async () => {
  const [qia, ren] = await server.people('qia.b', 'ren')
  const { id } = await night(qia)
  const hers = await caseOf('comment', await say(qia, id, 'Her words'))
  await decide(mo, hers, 'warn', 'Said about qia.b')
  const naming = await caseOf('comment', await say(ren, id, 'Hello @Qia.b, and @qia.bc'))
  await tell(qia, 'person', ren.id, { note: 'What qia said' })
  const leaver = { id: qia.id, username: 'qia.b', email: 'qia.b@example.org' }
  await server.app.db.transaction().execute((tx) => blankWords(tx, leaver))
  const read = async (found: string) => (await ada.get(`/moderation/cases/${found}`)).body
  expect(await read(hers)).toMatchObject({ excerpt: '', decision: '', reports: [{ note: '' }] })
  expect((await read(naming)).excerpt).toBe('Hello deleted user, and @qia.bc')
  const { rows } = await sql('select note from reports where reporter_id = $1', [qia.id])
  expect(rows).toEqual([{ note: '' }])
})
