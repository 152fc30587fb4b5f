import { chunk, list, pcm, pcmFormat, riff } from './riff.ts'

/** What a recorder writes beside the sound; `begun` is the time on its clock, such as `2024-12-01T21:12:45`. */
export type Label = { title: string; artist: string; begun: string }

/** A WAV as a field recorder writes it (EBU 3285), with its tags. */
export function wav(samples: Float32Array, rate: number, { title, artist, begun }: Label): Buffer {
  const origin = Buffer.alloc(602)
  origin.write(begun.replace('T', ''), 320, 'latin1')
  const text = (value: string) => Buffer.from(`${value}\0`)
  return riff(
    'WAVE',
    chunk('bext', origin),
    chunk('fmt ', pcmFormat(rate)),
    list('INFO', chunk('INAM', text(title)), chunk('IART', text(artist))),
    chunk('data', pcm(samples)),
  )
}
