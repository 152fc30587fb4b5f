import { type FrameReading, type Judgement, judgeWindow, WINDOW_MS } from '@sharemyshows/mood/judge'
import type { Scores } from '@sharemyshows/mood/moods'
import { useCallback, useEffect, useRef, useState } from 'react'
import { closeCamera, type NoCamera, openCamera, whyNot } from './camera'
import type { openFaceReader } from './face-reader'

/** How the camera is; `share` of the face reader is here, 0 to 1. */
export type CameraState =
  | { kind: 'off'; why?: NoCamera }
  | { kind: 'asking' }
  | { kind: 'loading'; share: number }
  | { kind: 'on' }

/** What a window of some seconds showed. */
type Seen = Judgement & { scores: Scores }

/** A face is looked at so often (ms) at most; it moves slowly, and the page wants to be drawn, too. */
const LOOK_EVERY_MS = 300

type FaceReader = Awaited<ReturnType<typeof openFaceReader>>
type Session = { ends: AbortController; stream?: MediaStream; reader?: FaceReader }

/**
 * The camera of the page, from asking for it to letting go of it. Pictures go from the video into the reader and nowhere
 * else. It stops by itself when the page is hidden or left. `onSeen` is told each window; null where there was no face.
 */
export function useCamera(onSeen: (seen: Seen | null) => void) {
  const [state, setState] = useState<CameraState>({ kind: 'off' })
  const video = useRef<HTMLVideoElement>(null)
  const session = useRef<Session>(undefined)
  const tell = useRef(onSeen)
  tell.current = onSeen

  const stop = useCallback((why?: NoCamera) => {
    if (session.current === undefined) return
    const { ends, stream, reader } = session.current
    session.current = undefined
    ends.abort()
    closeCamera(stream)
    reader?.close()
    setState({ kind: 'off', why })
  }, [])

  const start = useCallback(async () => {
    if (session.current) return
    const mine: Session = { ends: new AbortController() }
    session.current = mine
    const { signal } = mine.ends
    setState({ kind: 'asking' })
    try {
      const stream = await openCamera()
      if (signal.aborted) return closeCamera(stream)
      mine.stream = stream
      stream.getVideoTracks()[0]?.addEventListener('ended', () => stop('ended'), { signal })
      setState({ kind: 'loading', share: 0 })
      const { openFaceReader } = await import('./face-reader')
      const onProgress = (share: number) => !signal.aborted && setState({ kind: 'loading', share })
      const reader = await openFaceReader({ onProgress, signal })
      if (signal.aborted) return reader.close()
      mine.reader = reader
      setState({ kind: 'on' })
      if (video.current) {
        video.current.srcObject = stream
        await video.current.play()
        void look(video.current, reader, signal, (seen) => tell.current(seen)).catch(() => {
          if (!signal.aborted) stop('reader')
        })
      }
    } catch (refusal) {
      if (!signal.aborted) stop(whyNot(refusal))
    }
  }, [stop])

  useEffect(() => {
    const hide = () => document.hidden && stop('hidden')
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      stop()
    }
  }, [stop])

  return { state, video, start, stop }
}

/** Reads frame by frame until it is stopped, and says at the end of each window what was in it. */
async function look(
  video: HTMLVideoElement,
  reader: FaceReader,
  signal: AbortSignal,
  onSeen: (seen: Seen | null) => void,
): Promise<void> {
  let frames: FrameReading[] = []
  let windowEnds = performance.now() + WINDOW_MS
  while (!signal.aborted) {
    const at = performance.now()
    const { scores } = await reader.read(video)
    if (signal.aborted) return
    frames.push({ scores, at })
    if (performance.now() >= windowEnds) {
      windowEnds += WINDOW_MS
      frames = frames.filter((frame) => at - frame.at < 2 * WINDOW_MS)
      const seen = judgeWindow(frames)
      onSeen(seen.scores && { ...seen, scores: seen.scores })
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at + LOOK_EVERY_MS - performance.now())))
  }
}
