import { useEffect, useReducer, useRef } from 'react'
import { drawPicture, type Picture, type PictureKind } from './pictures'
import { type DecodedSound, decode, fetchBytes, NoSound, readFile, refuseLong } from './sound'

/** Whose pictures are drawn: the stream of a recording, or a file that stays on this device. */
export type SoundSource = { stream: string; duration: number | null } | { file: File }

/** How far it is: `reading` and `drawing` with a share, 0–1. */
export type Gallery = {
  stage: 'reading' | 'decoding' | 'drawing' | 'drawn' | 'failed' | 'stopped'
  share: number
  reason: string | undefined
  sound: DecodedSound | undefined
  pictures: Partial<Record<PictureKind, Picture>>
}

const BEGUN: Gallery = { stage: 'reading', share: 0, reason: undefined, sound: undefined, pictures: {} }

const change = (gallery: Gallery, part: Partial<Gallery> | 'anew'): Gallery =>
  part === 'anew'
    ? BEGUN
    : { ...gallery, ...part, pictures: { ...gallery.pictures, ...(part.pictures ?? {}) } }

/** Reads and decodes a sound once and draws of it whatever picture is asked for, each once; `stop` and `again` on demand. */
export function useGallery(source: SoundSource | undefined, kind: PictureKind) {
  const [gallery, tell] = useReducer(change, BEGUN)
  const [attempt, again] = useReducer((count: number) => count + 1, 0)
  const work = useRef<AbortController>(undefined)
  const { sound } = gallery
  const known = gallery.pictures[kind] !== undefined

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads it anew
  useEffect(() => {
    tell('anew')
    if (source === undefined) return
    const { signal, end } = begin(work, tell)
    const onShare = (share: number) => tell({ share })
    const read = async () => {
      if ('stream' in source) refuseLong(source.duration)
      const bytes = await ('file' in source
        ? readFile(source.file)
        : fetchBytes(source.stream, { signal, onShare }))
      signal.throwIfAborted()
      tell({ stage: 'decoding', share: 0 })
      const decoded = await decode(bytes)
      signal.throwIfAborted()
      tell({ sound: decoded, stage: 'drawing' })
    }
    return end(read())
  }, [source, attempt])

  useEffect(() => {
    if (sound === undefined || known) return
    const { signal, end } = begin(work, tell)
    tell({ stage: 'drawing', share: 0 })
    const draw = async () => {
      const ask = { kind, samples: sound.samples, sampleRate: sound.sampleRate }
      const picture = await drawPicture(ask, { signal, onShare: (share) => tell({ share }) })
      tell({ stage: 'drawn', pictures: { [kind]: picture } })
    }
    return end(draw())
  }, [sound, kind, known])

  return { gallery, stop: () => work.current?.abort(STOPPED), again }
}

const STOPPED = new DOMException('stopped by hand', 'AbortError')

/** A work that can be stopped: by hand, which is told, or because it is not wanted any more, which is not. */
function begin(work: { current: AbortController | undefined }, tell: (part: Partial<Gallery>) => void) {
  const controller = new AbortController()
  const { signal } = controller
  work.current = controller
  const end = (promise: Promise<void>) => {
    promise.catch((error: unknown) => {
      if (signal.aborted) {
        if (signal.reason === STOPPED) tell({ stage: 'stopped' })
        return
      }
      tell({ stage: 'failed', reason: error instanceof NoSound ? error.message : undefined })
    })
    return () => controller.abort()
  }
  return { signal, end }
}
