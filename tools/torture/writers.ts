import { endpoints } from '@sharemyshows/contract/index'
import sharp from 'sharp'
import type { Random } from '../seed/random.ts'
import { type Client, sha256 } from './client.ts'
import { acknowledged, type Deed, type Ledger } from './ledger.ts'

const WRITERS = 6
const hasComments = endpoints.some(({ id }) => id === 'createComment')

/** Sends a deed until it is known what became of it; the process may die at any moment of that. */
async function attempt(deed: Deed): Promise<void> {
  const { status, id } = await deed.send()
  if (status !== 201 && status !== 200) throw new Error(`${deed.kind} ${deed.key} answered ${status}`)
  if (deed.id !== null && deed.id !== id) {
    throw new Error(`${deed.kind} ${deed.key} was acknowledged twice: ${deed.id} and ${id}`)
  }
  deed.id = id
}

/** Asks again under the same key, as a client does that heard nothing. */
export const ask = attempt

const idOf = async (answer: Response) => {
  const body = (await answer.json()) as { id?: string }
  return { status: answer.status, id: body.id ?? '' }
}

/** Somebody who writes as fast as the product lets her, until it is gone; throws when it says something wrong. */
async function write(client: Client, ledger: Ledger, random: Random, name: string): Promise<void> {
  const post = (kind: Deed['kind'], key: string, path: string, body: () => object | FormData): Deed => ({
    kind,
    key,
    id: null,
    send: async () => idOf(await client.request('POST', path, body(), key)),
  })
  for (let n = 0; ; n++) {
    const key = `${name}-${n}`
    // only shows of one's own, so that notes have one order
    const shows = acknowledged(ledger).filter(
      (deed) => deed.kind === 'show' && deed.key.startsWith(`${name}-`),
    )
    const show = shows.length === 0 ? undefined : random.pick(shows).id
    const kinds = [
      'show',
      'song',
      'song',
      'notes',
      'photo',
      'photo',
      'delete',
      ...(hasComments ? ['comment'] : []),
    ]
    const kind = show === undefined ? 'show' : random.pick(kinds)
    if (kind === 'notes') await writeNotes(client, ledger, show as string, `Notes ${key}`)
    else if (kind === 'delete') await deletePhoto(client, ledger, name)
    else {
      const deed = await makeDeed(kind as Deed['kind'], key, show as string, post)
      ledger.deeds.push(deed)
      await attempt(deed)
    }
  }
}

type Post = (kind: Deed['kind'], key: string, path: string, body: () => object | FormData) => Deed

async function makeDeed(kind: Deed['kind'], key: string, show: string, post: Post): Promise<Deed> {
  if (kind === 'show') {
    const body = { artist_name: `Artist ${key}`, venue_name: 'Town Hall', show_date: '2024-06-01' }
    return post(kind, key, '/shows', () => body)
  }
  if (kind === 'song') return post(kind, key, `/shows/${show}/setlist`, () => ({ song_name: `Song ${key}` }))
  if (kind === 'comment') {
    return post(kind, key, '/comments', () => ({ show_id: show, content: `Comment ${key}` }))
  }
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#835', noise } })
    .jpeg()
    .toBuffer()
  const form = () => {
    const made = new FormData()
    made.set('show_id', show)
    made.set('caption', `Photo ${key}`)
    made.set('file', new File([new Uint8Array(bytes)], `${key}.jpg`))
    return made
  }
  return { ...post(kind, key, '/photos', form), sha256: sha256(bytes) }
}

async function writeNotes(client: Client, ledger: Ledger, show: string, text: string): Promise<void> {
  const notes = ledger.notes.get(show) ?? { acknowledged: null, maybe: [] }
  ledger.notes.set(show, notes)
  notes.maybe.push(text)
  const answer = await client.request('PATCH', `/shows/${show}`, { notes: text })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`notes answered ${answer.status}`)
  ledger.notes.set(show, { acknowledged: text, maybe: [] })
}

async function deletePhoto(client: Client, ledger: Ledger, name: string): Promise<void> {
  const own = (deed: Deed) => deed.kind === 'photo' && deed.id !== null && deed.key.startsWith(`${name}-`)
  const photo = ledger.deeds.find(own)
  if (photo?.id == null) return
  // from now on nobody knows, until the answer comes or the next round asks
  ledger.deleted.set(photo.id, false)
  ledger.deeds.splice(ledger.deeds.indexOf(photo), 1)
  const answer = await client.request('DELETE', `/photos/${photo.id}`)
  await answer.arrayBuffer()
  if (answer.status !== 204) throw new Error(`deleting a photo answered ${answer.status}`)
  ledger.deleted.set(photo.id, true)
}

/** True for what fetch throws when the other side died. */
const isGone = (error: unknown) =>
  error instanceof TypeError || (error instanceof SyntaxError && /JSON/.test(error.message))

/** All writers at once; resolves when the product is gone, throws when it answered what it must not. */
export async function writeAll(client: Client, ledger: Ledger, random: Random, round: number): Promise<void> {
  const writers = Array.from({ length: WRITERS }, (_, n) =>
    write(client, ledger, random.fork(`writer ${n}`), `r${round}w${n}`).catch((error) => {
      if (!isGone(error)) throw error
    }),
  )
  await Promise.all(writers)
}
