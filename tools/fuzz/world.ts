import sharp from 'sharp'
import type { Who } from './attempt.ts'
import { Ids } from './ids.ts'

const PASSWORD = 'a fuzzer of good manners'

/** The people in whose name requests are sent, and what they hold. */
export type World = {
  ids: Ids
  photo: Buffer
  /** Headers that say who asks. */
  credentials(who: Who): Record<string, string>
  /** Signs up anew whom a request signed out. */
  revive(): Promise<void>
  /** Makes anew what requests may have deleted. */
  furnish(): Promise<void>
}

type Session = { id: string; token: string; cookie: string }

/** A world on a running server, made and kept through its API alone. */
export async function createWorld(url: string): Promise<World> {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#835' } })
    .jpeg()
    .toBuffer()
  const ids = new Ids()
  const sessions = new Map<'ana' | 'bo', Session>()
  let people = 0
  /** Who made the first account of an empty server, and so may do everything; '' where somebody else did. */
  let keeper = ''

  const call = async (
    token: string,
    method: string,
    path: string,
    body?: BodyInit | object,
    more: Record<string, string> = {},
  ) => {
    const isForm = body instanceof FormData
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${text.slice(0, 300)}`)
    return { body: text === '' ? null : JSON.parse(text), headers: response.headers }
  }

  async function register(name: string) {
    const username = `${name}-${++people}-${Date.now().toString(36)}`
    const registration = { username, email: `${username}@example.org`, password: PASSWORD }
    return call('', 'POST', '/auth/register', registration)
  }

  /** Does something as the keeper, whom a request may have signed out. */
  async function asKeeper(method: string, path: string, body: object): Promise<void> {
    if (keeper === '') return
    const credentials = { identifier: keeper, password: PASSWORD }
    const { access_token } = (await call('', 'POST', '/auth/login', credentials)).body
    await call(access_token, method, path, body)
  }

  async function signUp(name: 'ana' | 'bo'): Promise<void> {
    // ana as an admin may have closed the door behind her
    await asKeeper('PATCH', '/admin/settings', { registration: 'open' })
    const { body, headers } = await register(name)
    if (name === 'ana') {
      await asKeeper('PATCH', `/admin/people/${body.user.id}`, { role: 'admin', password: PASSWORD })
    }
    const cookie = headers.getSetCookie().map((line) => line.split(';', 1)[0])
    sessions.set(name, { id: body.user.id, token: body.access_token, cookie: cookie.join('; ') })
    ids.add('users', body.user.id)
    await furnish(body.access_token, name)
  }

  async function furnish(token: string, name: string): Promise<void> {
    const show = (
      await call(token, 'POST', '/shows', {
        artist_name: `The Fuzz of ${name} ${++people}`,
        venue_name: 'Town Hall',
        venue_city: 'Utrecht',
        venue_country: 'NL',
        show_date: '2024-12-01',
        audience: name === 'ana' ? 'public' : 'private',
      })
    ).body.id
    ids.add('shows', show)
    const song = await call(token, 'POST', `/shows/${show}/setlist`, { song_name: 'One' })
    ids.add('setlist', song.body.id)
    const form = new FormData()
    form.set('show_id', show)
    form.set('file', new File([new Uint8Array(photo)], 'photo.jpg'))
    ids.add('photos', (await call(token, 'POST', '/photos', form)).body.id)
    const begun = { 'tus-resumable': '1.0.0', 'upload-length': '1000' }
    const upload = await call(token, 'POST', '/uploads', undefined, begun)
    ids.add('uploads', upload.headers.get('location')?.split('/').at(-1) ?? '')
  }

  const alive = async (name: 'ana' | 'bo') => {
    const token = sessions.get(name)?.token
    if (token === undefined) return false
    const response = await fetch(`${url}/api/v1/auth/me`, { headers: { authorization: `Bearer ${token}` } })
    await response.arrayBuffer()
    return response.ok
  }

  const revive = async () => {
    for (const name of ['ana', 'bo'] as const) if (!(await alive(name))) await signUp(name)
  }
  if (!(await call('', 'GET', '/instance')).body.founded) {
    keeper = (await register('keeper')).body.user.username
  }
  await revive()
  return {
    ids,
    photo,
    credentials(who) {
      if (who === 'stranger') return {}
      if (who === 'ana by cookie') return { cookie: sessions.get('ana')?.cookie ?? '' }
      return { authorization: `Bearer ${sessions.get(who)?.token}` }
    },
    revive,
    async furnish() {
      await revive()
      for (const name of ['ana', 'bo'] as const) await furnish(sessions.get(name)?.token ?? '', name)
    },
  }
}
