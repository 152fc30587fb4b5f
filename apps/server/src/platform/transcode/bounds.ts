import path from 'node:path'
import { PREVIEW, RUNG_SOUND, type SoundForm } from './forms.ts'
import { LONGEST_SECONDS } from './limits.ts'
import type { PlannedRung } from './rungs.ts'
import type { Bounds } from './watch.ts'

const MB = 1_048_576
const HOUR = 3600

/** Milliseconds of clock: so many seconds for each second of recording, within bounds. */
function patience(
  duration: number,
  { floor, share, ceiling }: { floor: number; share: number; ceiling: number },
) {
  return Math.min(Math.max(floor, duration * share), ceiling) * 1000
}

/** Bytes that something of `bitrate` bits a second may become: twice over, and some for what is around it. */
function mostBytes(bitrate: number, duration: number): number {
  return Math.round((bitrate / 8) * Math.min(duration, LONGEST_SECONDS) * 2) + 16 * MB
}

/** Bounds of a run that writes files. */
export type FileBounds = Bounds & { files: readonly string[] }

export const probeBounds: Bounds = { milliseconds: 60_000 }

/** Reads all of a file that does not tell how long it is. */
export const measureBounds: Bounds = { milliseconds: 600_000 }

export const stillBounds = (file: string): FileBounds => ({
  milliseconds: 60_000,
  files: [file],
  bytes: 32 * MB,
})

export const previewBounds = (file: string, seconds: number): FileBounds => ({
  milliseconds: 120_000,
  files: [file],
  bytes: mostBytes(PREVIEW.bitrate, seconds),
})

/** Where a rung lies in a folder. */
export const rungFiles = (folder: string, { name }: Pick<PlannedRung, 'name'>) => ({
  file: path.join(folder, `${name}.mp4`),
  playlist: path.join(folder, `${name}.m3u8`),
})

export function ladderBounds(folder: string, rungs: readonly PlannedRung[], duration: number): FileBounds {
  return {
    milliseconds: patience(duration, { floor: 300, share: 20, ceiling: 24 * HOUR }),
    files: rungs.flatMap((rung) => {
      const { file, playlist } = rungFiles(folder, rung)
      return [file, playlist, `${playlist}.tmp`]
    }),
    bytes: rungs.reduce(
      (sum, { videoBitrate }) => sum + mostBytes(videoBitrate + RUNG_SOUND.bitrate, duration),
      0,
    ),
  }
}

/** Of our own file: what it holds is known, and copying is quick whatever its length. */
export const joinedBounds = (file: string): FileBounds => ({ milliseconds: HOUR * 1000, files: [file] })

export const soundBounds = (file: string, { bitrate }: SoundForm, duration: number): FileBounds => ({
  ...samplesBounds(duration),
  files: [file],
  bytes: mostBytes(bitrate, duration),
})

export const samplesBounds = (duration: number): Bounds => ({
  milliseconds: patience(duration, { floor: 120, share: 1, ceiling: 4 * HOUR }),
})

/** Whoever reads them sets the pace, and gives way to others meanwhile. */
export const channelsBounds = (duration: number): Bounds => ({
  milliseconds: patience(duration, { floor: HOUR, share: 4, ceiling: 24 * HOUR }),
})
