import type { Probe } from './transcoder.ts'

/** What renditions are made like, whichever tool makes them: sides in pixels, bitrates in bits a second. */
export const STILL_SIDE = 1600
export const PREVIEW = { side: 320, bitrate: 400_000, crf: 27 } as const

/** Quality of the rungs' pictures; each rung has its bitrate as a bound. */
export const RUNG_CRF = 23

/** Seconds between key frames, which is what a segment of HLS lasts. */
export const SEGMENT_SECONDS = 4

export type SoundForm = { channels: 1 | 2; sampleRate: number; bitrate: number }

/** The sound of all rungs. */
export const RUNG_SOUND: SoundForm = { channels: 2, sampleRate: 48_000, bitrate: 128_000 }

/** Sample rates of AAC that we use, lowest first. */
const RATES = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]

/** A recording to listen to: no more channels than it has, and no lower a rate, up to 48 kHz. */
export function streamForm({ channels, sampleRate }: Omit<NonNullable<Probe['audio']>, 'codec'>): SoundForm {
  const rate = RATES.find((each) => each >= sampleRate) ?? 48_000
  return channels === 1
    ? { channels: 1, sampleRate: rate, bitrate: 96_000 }
    : { channels: 2, sampleRate: rate, bitrate: 160_000 }
}
