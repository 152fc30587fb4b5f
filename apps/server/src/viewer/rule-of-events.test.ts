import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../test/client.ts'
import { makeEvent } from '../../test/events.ts'
import { appoint } from '../../test/roles.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

/*
 * Org organises events of each visibility: some in nobody's diary but the holder's and the kept one's, who keep that to
 * themselves, some in that of a witness who tells everybody. Org keeps the kept one from herself.
 */
const visibilities = ['private', 'friends', 'public'] as const
const everyone = [
  'org',
  'editor',
  'friend',
  'other',
  'blocked',
  'blocker',
  'holder',
  'kept',
  'witness',
] as const
const sets = ['quiet', 'told'] as const
type Name = (typeof everyone)[number] | 'stranger'

let server: TestServer
let people: Record<Name, Client>
const ids: Record<string, string> = {}

const sql = (text: string, values: unknown[]) => server.app.pool.query(text, values)
const relate = (from: Client, to: Client, kind: string) =>
  sql('insert into relationships (from_id, to_id, kind) values ($1, $2, $3)', [from.id, to.id, kind])
const hold = (who: Client, show: string, audience: string) =>
  sql(`insert into attendances (id, show_id, person_id, state, audience) values ($1, $2, $3, 'going', $4)`, [
    randomUUID(),
    show,
    who.id,
    audience,
  ])

beforeAll(async () => {
  server = await startTestServer()
  const clients = await server.people(...everyone)
  people = {
    ...Object.fromEntries(everyone.map((name, n) => [name, clients[n]])),
    stranger: server.stranger,
  } as never
  const { org, editor, friend, blocked, blocker, holder, kept, witness } = people
  await appoint(server, 'organizer', org)
  for (const set of sets) {
    for (const visibility of visibilities) {
      const { id } = await makeEvent(org, {
        title: `${set} ${visibility}`,
        visibility,
        category: `${set} ${visibility}`,
      })
      ids[`${set} ${visibility}`] = id
      await sql('insert into event_staff (show_id, person_id) values ($1, $2)', [id, editor.id])
      await hold(holder, id, 'private')
      await hold(kept, id, 'private')
      if (set === 'told') await hold(witness, id, 'public')
    }
  }
  await relate(org, friend, 'friend')
  await relate(friend, org, 'friend')
  for (const one of [blocked, kept]) await relate(org, one, 'block')
  await relate(blocker, org, 'block')
})
afterAll(() => server.stop())

const all = sets.flatMap((set) => visibilities.map((visibility) => `${set} ${visibility}`))
const namesIn = (body: { items?: { title: string }[] }) => (body.items ?? []).map(({ title }) => title)
const inOrder = (names: string[]) => all.filter((name) => names.includes(name))
const list = (path: string) => async (who: Client) => inOrder(namesIn((await who.get(path)).body))
const each = (path: string, expected: number) => async (who: Client) => {
  const found = await Promise.all(
    all.map(async (name) => (await who.get(path.replace('{id}', ids[name] ?? ''))).status === expected),
  )
  return all.filter((_name, n) => found[n])
}

/** Every way by which an event could be found. */
const finding: Record<string, (who: Client) => Promise<string[]>> = {
  'the list': list('/events'),
  'a list of days': list('/events?from=2000-01-01&limit=100'),
  'being near': list('/events?near=52.1,5.1'),
  'being near, by date': list('/events?near=52.1,5.1&order=date'),
  'a part of the map': list('/events?bbox=5,52,6,53'),
  'the whole map': list('/events?bbox=-180,-90,180,90'),
  words: async (who) =>
    inOrder([
      ...namesIn((await who.get('/events?q=quiet')).body),
      ...namesIn((await who.get('/events?q=told')).body),
    ]),
  'words nearby': list('/events?q=vredenburgkade&near=52.1,5.1'),
  'its category': async (who) =>
    inOrder(
      (
        await Promise.all(all.map(async (name) => namesIn((await who.get(`/events?category=${name}`)).body)))
      ).flat(),
    ),
  'the map': list('/events/map?bbox=5,52,6,53'),
  categories: async (who) =>
    inOrder(
      (await who.get('/events/categories')).body.items.map((one: { category: string }) => one.category),
    ),
}
const opening: Record<string, (who: Client) => Promise<string[]>> = {
  'its page': each('/events/{id}', 200),
  'its photos': each('/events/{id}/photos', 200),
  'what its show says': async (who) => {
    const shows = await Promise.all(
      all.map(async (name) => (await who.get(`/shows/${ids[name]}`)).body.event),
    )
    return all.filter((_name, n) => shows[n] === true)
  },
}

const published = ['quiet public', 'told public']
const toFriends = ['quiet friends', 'quiet public', 'told friends', 'told public']
/** What each finds, opens, and sees as a show. */
const admitted: Record<Name, [finds: string[], opens: string[], sees: string[]]> = {
  org: [all, all, all],
  editor: [all, all, all],
  friend: [toFriends, toFriends, [...toFriends, 'told private']],
  other: [published, published, [...published, 'told private', 'told friends']],
  stranger: [published, published, [...published, 'told private', 'told friends']],
  // what is in her own diary; a draft says no more than a show does
  holder: [published, toFriends, all],
  witness: [
    published,
    ['quiet public', 'told friends', 'told public'],
    ['quiet public', 'told private', 'told friends', 'told public'],
  ],
  blocked: [[], [], []],
  blocker: [[], [], []],
  // her own diary is hers, whoever organised it
  kept: [[], [], all],
}

describe.each(Object.entries(admitted))('%s', (name, [finds, opens, sees]) => {
  const who = () => people[name as Name]
  it.each(Object.keys(finding))('24: finds by %s what was published for her', async (way) => {
    expect(await finding[way]?.(who())).toEqual(inOrder(finds))
  })
  it.each(Object.keys(opening))('24: opens by %s what she may', async (way) => {
    expect(await opening[way]?.(who())).toEqual(inOrder(opens))
  })
  it('24: sees the show when it is published or in a diary she may know of', async () => {
    expect(await each('/shows/{id}', 200)(who())).toEqual(inOrder(sees))
    expect(await list('/shows/upcoming?limit=100')(who())).toEqual(inOrder(sees))
  })
})

it('23: nobody sees an event of somebody suspended, but whose it is', async () => {
  const { org, editor, stranger } = people
  await sql('update users set suspended_at = now() where id = $1', [org.id])
  expect(await finding['the list']?.(stranger)).toEqual([])
  expect(await finding['the list']?.(editor)).toEqual([])
  await sql('update users set suspended_at = null where id = $1', [org.id])
  expect(await finding['the list']?.(stranger)).toEqual(published)
})
