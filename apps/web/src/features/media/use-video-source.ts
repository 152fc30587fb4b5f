import type { Video } from '@sharemyshows/contract/videos'
import type Hls from 'hls.js/light'
import { type RefObject, useEffect, useState } from 'react'
import { attachHls, type Rung } from './hls'
import { placeOf } from './places'

/** What one can choose of the ladder; `rung` is the chosen one, -1 for whatever the network carries. */
export type Ladder = { rungs: readonly Rung[]; rung: number; choose: (rung: number) => void }

/**
 * Gives the element its bytes: by HLS with a ladder of sizes, where the browser has it by itself without one, and by the
 * one MP4 where neither is to be had. `attempt` counts the tries; another one begins anew.
 */
export function useVideoSource(
  element: RefObject<HTMLVideoElement | null>,
  { id, urls }: Video,
  attempt: number,
): { ladder: Ladder | undefined; failed: boolean } {
  const [hls, setHls] = useState<Hls>()
  const [rungs, setRungs] = useState<readonly Rung[]>([])
  const [rung, setRung] = useState(-1)
  const [failedAt, setFailedAt] = useState<number>()
  const { hls: playlist, stream } = urls

  useEffect(() => {
    const video = element.current
    if (video === null) return
    const fail = () => setFailedAt(attempt)
    const whole = () => {
      if (stream === undefined) return fail()
      const from = video.currentTime || placeOf(id)
      video.src = stream
      video.currentTime = from
    }
    const failed = () => {
      // hls.js tells of its own failures; an element without an address has nothing to fail at.
      if (video.getAttribute('src')?.startsWith('/')) fail()
    }
    video.addEventListener('error', failed)
    const end = attachHls(video, playlist, placeOf(id), {
      onReady: setHls,
      onRungs: setRungs,
      onHopeless: whole,
    })
    return () => {
      end()
      video.removeEventListener('error', failed)
      video.removeAttribute('src')
      video.load()
      setHls(undefined)
      setRungs([])
      setRung(-1)
    }
  }, [element, id, playlist, stream, attempt])

  const choose = (next: number) => {
    if (hls) hls.nextLevel = next
    setRung(next)
  }
  const ladder = hls && rungs.length > 0 ? { rungs, rung, choose } : undefined
  return { ladder, failed: failedAt === attempt }
}
