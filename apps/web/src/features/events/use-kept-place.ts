import { useEffect, useRef } from 'react'
import type { DiscoverAddress } from './address'
import { askDevice, deviceTells, keepPlace, keptPlace, type Whereabouts } from './whereabouts'

const at = ({ near, place }: Whereabouts): DiscoverAddress => ({ near, place })

/** Whoever opens Discover without saying anything looks around the place she chose last, or has moved to since. */
export function useKeptPlace(address: DiscoverAddress, onKnown: (address: DiscoverAddress) => void): void {
  const begin = useRef({ saysNothing: Object.keys(address).length === 0, onKnown })
  begin.current.onKnown = onKnown
  useEffect(() => {
    const kept = begin.current.saysNothing ? keptPlace() : undefined
    if (kept === undefined) return
    begin.current.onKnown(at(kept))
    if (kept.by === 'town') return
    let wanted = true
    const follow = async () => {
      if (!(await deviceTells())) return
      const now = await askDevice()
      if (!wanted || now.near === kept.near) return
      keepPlace(now)
      begin.current.onKnown(at(now))
    }
    // where one was is good enough when the device does not say where one is
    follow().catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [])
}
