import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/lib/api'
import { timeIn } from '@/lib/dates'
import { keys } from '@/lib/keys'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { sayMetres } from './answers'
import type { Event } from './model'

/** Why an arrival was not taken; `again` when another try may do better. */
export type Hindrance = { title: string; text: string; again: boolean }

/** One walks towards a door: a reading of this very moment, as good as the device has it. */
const ASK = { enableHighAccuracy: true, maximumAge: 0, timeout: 20_000 }

const DENIED: Hindrance = {
  title: 'Your location stays with you',
  text: 'The browser does not give it to this page. You can check in by hand all the same.',
  again: false,
}
const UNABLE: Hindrance = {
  title: 'Your device does not know where it is',
  text: 'Try again by a window or in the open, or check in by hand.',
  again: true,
}
const PERMISSION_DENIED = 1

/** Arriving at an event because the device is there. */
export function useArrival(event: Event) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { latitude, longitude, accuracy } = await readPosition()
      const body = { latitude, longitude, accuracy: Math.min(accuracy, 100_000) }
      return unwrap(api.POST('/api/v1/events/{id}/arrival', { params: { path: { id: event.id } }, body }))
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.room(event.id) })
      return queryClient.invalidateQueries({ queryKey: keys.shows })
    },
  })
}

const readPosition = (): Promise<GeolocationCoordinates> =>
  new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Hindered(DENIED))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(coords),
      ({ code }) => reject(new Hindered(code === PERMISSION_DENIED ? DENIED : UNABLE)),
      ASK,
    )
  })

class Hindered extends Error {
  readonly why: Hindrance
  constructor(why: Hindrance) {
    super(why.title)
    this.why = why
  }
}

/** A failed arrival in words. */
export function hindranceOf(error: unknown, { venue_name, time_zone }: Event): Hindrance {
  if (error instanceof Hindered) return error.why
  if (!(error instanceof ApiProblem)) return { ...UNABLE, title: 'That did not work' }
  const { distance_m, radius_m, opens_at } = error.details
  if (error.code === 'outside_geofence' && typeof distance_m === 'number' && typeof radius_m === 'number') {
    return {
      title: `You’re ${sayMetres(distance_m)} away`,
      text: `Arrivals at ${venue_name} are taken within ${sayMetres(radius_m)}: ${sayMetres(Math.max(1, distance_m - radius_m))} to go.`,
      again: true,
    }
  }
  if (error.code === 'arrival_not_open' && typeof opens_at === 'string') {
    const text = `Arrivals are taken from ${timeIn(time_zone, opens_at)}.`
    return { title: 'You’re early', text, again: false }
  }
  return { title: 'That did not work', text: sayProblem(error), again: error.status === 0 }
}
