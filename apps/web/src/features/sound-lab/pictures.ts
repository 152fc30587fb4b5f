import type { Picture } from '@sharemyshows/audio/pictures'

export type { Picture }

/** The pictures of a sound, in the order in which they are shown. */
export const PICTURES = [
  {
    kind: 'spectrogram',
    label: 'Spectrogram',
    says: 'How strong each frequency is. Bass lies at the bottom, cymbals at the top; a hit is an upright line, a held tone a level one.',
  },
  {
    kind: 'chromagram',
    label: 'Chromagram',
    says: 'How strong each of the twelve pitches is, whatever its octave. A chord is a few bright rows, a change of chords a change of rows.',
  },
  {
    kind: 'tempogram',
    label: 'Tempogram',
    says: 'At which speeds it pulses. A steady beat is a level line, with fainter ones at its double and its half.',
  },
] as const
export type PictureKind = (typeof PICTURES)[number]['kind']

/** What the worker is asked, and what it says. */
export type DrawAsk = { kind: PictureKind; samples: Float32Array; sampleRate: number }
export type DrawAnswer = { share: number } | { picture: Picture } | { failed: string }

/** A picture drawn beside the page; a signal ends the work, and its reason is thrown. */
export function drawPicture(
  ask: DrawAsk,
  { signal, onShare }: { signal: AbortSignal; onShare: (share: number) => void },
): Promise<Picture> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./pictures.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Picture>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onerror = (event) => reject(new Error(event.message || 'the drawing broke off'))
    worker.onmessage = ({ data }: MessageEvent<DrawAnswer>) => {
      if ('share' in data) onShare(data.share)
      else if ('picture' in data) resolve(data.picture)
      else reject(new Error(data.failed))
    }
    worker.postMessage(ask)
  }).finally(() => worker.terminate())
}
