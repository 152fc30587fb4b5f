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

/** The sound of a recording in all its channels: nothing is mixed or resampled that need not be. */
export type ChannelsForm = { channels: number; sampleRate: number }

export const channelsForm = ({ channels, sampleRate }: ChannelsForm): ChannelsForm => ({
  channels: Math.min(channels, LAYOUTS.length),
  sampleRate: Math.min(Math.max(sampleRate, 8000), 192_000),
})

/** What so many channels may be, by the names FFmpeg has; a file that changes midway is brought to the first's number. */
const LAYOUTS = [
  'mono',
  'stereo',
  '3.0|2.1|3.0(back)',
  '4.0|quad|quad(side)|3.1',
  '5.0|5.0(side)|4.1',
  '5.1|5.1(side)|6.0|6.0(front)|hexagonal',
  '7.0|6.1|6.1(back)|6.1(front)|7.0(front)',
  '7.1|7.1(wide)|7.1(wide-side)|octagonal',
]

/**
 * Filters to this form, the first that fit: of more channels than that the first are taken, and so are those that cannot
 * be brought to it because nobody knows where they belong.
 */
export function channelsFilters({ channels, sampleRate }: ChannelsForm, given: number): string[] {
  const layout = LAYOUTS[channels - 1] as string
  const mapped = Array.from({ length: channels }, (_, index) => `|c${index}=c${index}`).join('')
  const usual = `aresample=${sampleRate},aformat=channel_layouts=${layout}`
  const first = `pan=${layout.split('|', 1)}${mapped},${usual}`
  return given > channels ? [first] : [usual, first]
}
