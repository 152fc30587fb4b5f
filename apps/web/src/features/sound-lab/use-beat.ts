import { useEffect, useRef, useState } from 'react'
import { firstNotBefore, type Playing } from './timeline'

/** How long a beat is lit, in seconds. */
const LIT = 0.12
/** A position that differs by more from what the clock says is a leap, in seconds. */
const LEAP = 0.35

/** The beat that is to be heard: how many have been, and whether it is just now. The player tells its time four times a second, the clock the rest. */
export function useBeat(
  beats: readonly number[],
  playing: Playing | undefined,
): { count: number; lit: boolean } {
  const { position = 0, moving = false, rate = 1 } = playing ?? {}
  const clock = useRef({ position: 0, at: 0 })
  const [beat, setBeat] = useState({ count: 0, lit: false })
  useEffect(() => {
    const at = performance.now()
    const guessed = clock.current.position + ((at - clock.current.at) / 1000) * rate
    if (!moving || Math.abs(guessed - position) > LEAP) clock.current = { position, at }
  }, [position, moving, rate])
  useEffect(() => {
    if (!moving) return
    const look = () => {
      frame = requestAnimationFrame(look)
      const heard = clock.current.position + ((performance.now() - clock.current.at) / 1000) * rate
      const count = firstNotBefore(beats, heard)
      const lit = count > 0 && heard - (beats[count - 1] ?? 0) < LIT
      setBeat((before) => (before.count === count && before.lit === lit ? before : { count, lit }))
    }
    let frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [beats, moving, rate])
  return moving ? beat : { count: 0, lit: false }
}
