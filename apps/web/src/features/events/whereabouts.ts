import { api, unwrap } from '@/lib/api'
import { nearOf } from './address'

/** Where somebody looks around: by her device, or a town she has named. `near` is `lat,lon` to about a kilometre. */
export type Whereabouts = { by: 'device' | 'town'; near: string; place: string }

const KEY = 'discover-place'
/** A position of a few minutes ago will do, and one to the street is not needed. */
const ASK = { enableHighAccuracy: false, maximumAge: 300_000, timeout: 15_000 }

/** The place that was chosen last on this device, if one was. */
export function keptPlace(): Whereabouts | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return isWhereabouts(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Remembers a place on this device; where storage is forbidden it is asked for again. */
export function keepPlace(place: Whereabouts): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place))
  } catch {
    // private windows
  }
}

export function forgetPlace(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // private windows
  }
}

export const townOf = (name: string, [longitude = 0, latitude = 0]: readonly number[]): Whereabouts => ({
  by: 'town',
  near: nearOf({ latitude, longitude }),
  place: name,
})

/** Why a device does not say where it is, for people. */
const REASONS: Record<number, string> = {
  1: 'Your browser keeps your location to itself. Allow it in the browser’s settings for this page, or type a town.',
  2: 'Your device does not know where it is at the moment. Type a town instead.',
  3: 'Your device took too long to find out where it is. Try again, or type a town.',
}
const UNABLE = 'This browser cannot tell where you are. Type a town instead.'

/** Asks the device; rejects with an Error that says for people why it is not told. */
export async function askDevice(): Promise<Whereabouts> {
  const near = await positionOf()
  return { by: 'device', near, place: await nameOf(near) }
}

const positionOf = (): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error(UNABLE))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(nearOf(coords)),
      ({ code }) => reject(new Error(REASONS[code] ?? UNABLE)),
      ASK,
    )
  })

/** The town a spot lies at; a link that is shared says that rather than "here". */
async function nameOf(near: string): Promise<string> {
  const asked = unwrap(api.GET('/api/v1/cities/nearest', { params: { query: { near } } }))
  const { city } = await asked.catch(() => ({ city: null }))
  return city?.name ?? 'this place'
}

/** Whether the device would say where it is without a question. */
export async function deviceTells(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
  } catch {
    // not every browser can be asked that
    return false
  }
}

function isWhereabouts(kept: unknown): kept is Whereabouts {
  if (typeof kept !== 'object' || kept === null) return false
  const { by, near, place } = kept as Record<string, unknown>
  return (by === 'device' || by === 'town') && typeof near === 'string' && typeof place === 'string'
}
