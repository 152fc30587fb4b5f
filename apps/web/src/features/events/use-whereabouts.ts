import type { Whereabouts } from '@sharemyshows/contract/catalog'
import { useQuery } from '@tanstack/react-query'
import { useRested } from '@/lib/hooks'
import type { At } from '@/ui/world-map/circle'
import { placeQuery } from './desk'

const NOWHERE: At = { latitude: 0, longitude: 0 }
const REST_MS = 500

type Known = { city: { name: string } | null } & Pick<Whereabouts, 'time_zone'>

/** The town and the time zone at a point, once the server has said them. */
export function useWhereabouts(pin: At | null): Known | undefined {
  const rested = useRested(pin, REST_MS)
  const { data } = useQuery({ ...placeQuery(rested ?? NOWHERE), enabled: rested !== null })
  return pin ? data : undefined
}
