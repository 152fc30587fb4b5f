import { availableParallelism, totalmem } from 'node:os'
import type { Probe } from './transcoder.ts'
import { MediaFault } from './transcoder.ts'

const GB = 1_073_741_824
const HOUR = 3600

/** Longest recording that is prepared for playing, in seconds. */
export const LONGEST_SECONDS = 4 * HOUR

/** Pixels a frame may have (8K and a little), and pixels a second (4K at 120 frames, 8K at 30). */
export const MOST_PIXELS = 36_000_000
const MOST_PIXELS_A_SECOND = 1_100_000_000

/** Streams a file may have; cameras write up to a dozen. */
export const MOST_STREAMS = 64

/** Frames a second that are kept; the rest of a slow-motion recording is left out. */
export const MOST_FRAMES_A_SECOND = 60

/** Resident memory one child may take, in bytes. */
export const MOST_MEMORY = Math.min(Math.max(totalmem() / 2, GB), 3 * GB)

/** Threads of one child; decoders and encoders gain little from more. */
export const THREADS = Math.min(availableParallelism(), 8)

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
  too_long: `This recording is longer than ${LONGEST_SECONDS / 3600} hours.`,
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
