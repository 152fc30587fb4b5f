import type { Client } from './client.ts'

/** What a concert-goer writes down: the least there is. */
export const spinvis = {
  artist_name: 'Spinvis',
  venue_name: 'TivoliVredenburg',
  venue_city: 'Utrecht',
  venue_country: 'NL',
  show_date: '2019-12-01',
}

/** A show in somebody's diary; fails when it could not be written down. */
export async function logShow(who: Client, show: object = {}) {
  const { status, body } = await who.post('/shows', { ...spinvis, ...show })
  if (status !== 201 && status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** Today in UTC and some days on, as `YYYY-MM-DD`. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
