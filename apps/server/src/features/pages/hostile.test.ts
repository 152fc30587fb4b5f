import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { makeEvent } from '../../../test/events.ts'
import { appoint } from '../../../test/roles.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

/** 40: what tries to become markup, in HTML, in attributes, in JSON-LD, in XML. */
const corpus = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  '<!--<script>',
  ']]><svg onload=alert(1)>',
  '--><script>alert(1)</script><!--',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\u003c/script>\\',
  '{{constructor.constructor("alert(1)")()}}',
  '$& $` $1 $$',
  'line\u2028separator\u2029end',
]

let server: TestServer
let ana: Client
let olga: Client
let plainEvent: { id: string }
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, olga] = await server.people('ana', 'olga')
  await appoint(server, 'organizer', olga)
  plainEvent = await makeEvent(olga, { artists: ['Plain'], description: 'Plain' })
})
afterAll(() => server.stop())

it.each(corpus)('40: %s stays a text on an event’s page', async (text) => {
  const fields = {
    location_address: text,
    category: text,
    artists: [text],
    venue_name: text,
    venue_city: text,
  }
  const event = await makeEvent(olga, { ...fields, title: text, description: text })
  const page = await get(`/events/${event.id}`)
  expect(skeleton(page)).toBe(skeleton(await get(`/events/${plainEvent.id}`)))
  expect(data(page)).toMatchObject({ name: text, description: text, location: { name: text } })
})

const get = async (path: string) =>
  (await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } })).text()

/** Markup of an ordinary page, with everything a person wrote taken out. */
const skeleton = (html: string) =>
  html
    .replaceAll(/(content|href)="[^"]*"/g, '$1=""')
    .replace(/<title>[^<]*<\/title>/, '<title></title>')
    .replace(/(<script type="application\/ld\+json">)[^<]*/, '$1')

const data = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? 'null')

it.each(corpus)('40: %s stays a text on every page', async (text) => {
  const plain = await logShow(ana, { artist_name: 'Plain', venue_name: 'Plain', show_date: '2018-01-01' })
  const show = await logShow(ana, {
    artist_name: text,
    support: [`${text} support`],
    venue_name: text,
    venue_address: text,
    venue_city: text,
    title: text,
    notes: text,
  })
  await ana.patch('/users/me', { display_name: text, bio: text, home_city: text })
  const event = await get(`/shows/${show.id}`)
  expect(skeleton(event)).toBe(skeleton(await get(`/shows/${plain.id}`)))
  expect(data(event)).toMatchObject({ name: text, location: { name: text }, performer: [{ name: text }, {}] })
  for (const [one, other] of [
    [`/artists/${show.artist.id}`, `/artists/${plain.artist.id}`],
    [`/venues/${show.venue.id}`, `/venues/${plain.venue.id}`],
  ] as const) {
    const page = await get(one)
    expect(skeleton(page)).toBe(skeleton(await get(other)))
    expect(data(page).name).toBe(text)
  }
  expect(data(await get('/profile/ana')).mainEntity).toMatchObject({ name: text, description: text })
})
