import { availableParallelism, totalmem } from 'node:os'
import { LONGEST_SECONDS } from '@sharemyshows/contract/media'
import type { Probe } from './transcoder.ts'
import { MediaFault } from './transcoder.ts'

const GB = 1_073_741_824

/** Pixels a frame may have (8K and a little), and pixels a second (4K at 120 frames, 8K at 30). */
export const MOST_PIXELS = 36_000_000
export const MOST_PIXELS_A_SECOND = 1_100_000_000

/** Streams a file may have; cameras write up to a dozen. */
export const MOST_STREAMS = 64

/** Frames a second that are kept; the rest of a slow-motion recording is left out. */
export const MOST_FRAMES_A_SECOND = 60

/** Resident memory one child may take, in bytes. */
export const MOST_MEMORY = Math.min(Math.max(totalmem() / 2, GB), 3 * GB)

/** Threads of one child; decoders and encoders gain little from more. */
export const THREADS = Math.min(availableParallelism(), 8)

/** How much time a child may take, in seconds of clock: so many for each second of recording, within bounds. */
export type Patience = { floor: number; share: number; ceiling: number }

const HOUR = 3600
export const PATIENCE = {
  probe: { floor: 60, share: 0, ceiling: 60 },
  /** Reads all of a file that does not tell how long it is. */
  measure: { floor: 600, share: 0, ceiling: 600 },
  still: { floor: 60, share: 0, ceiling: 60 },
  preview: { floor: 120, share: 0, ceiling: 120 },
  ladder: { floor: 300, share: 20, ceiling: 24 * HOUR },
  joined: { floor: 300, share: 1, ceiling: HOUR },
  sound: { floor: 120, share: 1, ceiling: 2 * HOUR },
} satisfies Record<string, Patience>

/** Milliseconds a child may take for a recording of `duration` seconds. */
export function patience({ floor, share, ceiling }: Patience, duration: number): number {
  return Math.min(Math.max(floor, duration * share), ceiling) * 1000
}

/** Bytes that something of `bitrate` bits a second may become; twice over, and some for what is around it. */
export function mostBytes(bitrate: number, duration: number): number {
  return Math.round((bitrate / 8) * duration * 2) + 16 * 1_048_576
}

/** Refuses what is too long or too much, by what the file says before anything of it is decoded. */
export function judge(probe: Probe): Probe {
  if (probe.duration > LONGEST_SECONDS) throw fault('too_long')
  if (probe.video === null) return probe
  const pixels = probe.video.width * probe.video.height
  if (pixels > MOST_PIXELS || pixels * (probe.video.frameRate ?? 0) > MOST_PIXELS_A_SECOND) {
    throw fault('too_demanding')
  }
  return probe
}

const SENTENCES = {
  file_corrupt: 'This file is damaged or incomplete.',
  too_long: `This recording is longer than ${LONGEST_SECONDS / HOUR} hours.`,
  no_picture: 'There is no picture in this file.',
  no_sound: 'There is no sound in this file.',
  no_stream: 'There is neither picture nor sound in this file.',
  too_demanding: 'Preparing this file takes more time, memory or space than one file may.',
} as const

/** What is told to the owner of a file that does not do. */
export function fault(reason: keyof typeof SENTENCES): MediaFault {
  const code = reason === 'no_picture' || reason === 'no_sound' ? 'no_stream' : reason
  return new MediaFault(code, SENTENCES[reason])
}
