import { useQuery } from '@tanstack/react-query'
import type { At } from '@/ui/world-map/circle'
import { placeQuery } from './desk'

const NOWHERE: At = { latitude: 0, longitude: 0 }

/** The time zone at a point, once the server has said it. */
export function useZone(pin: At | null): string | undefined {
  const { data } = useQuery({ ...placeQuery(pin ?? NOWHERE), enabled: pin !== null })
  return pin ? data?.time_zone : undefined
}
