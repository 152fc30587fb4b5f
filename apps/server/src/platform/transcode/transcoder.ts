/** Containers we take, by the names FFmpeg has for their readers; nothing else is ever opened. */
export type Container = 'mov' | 'matroska' | 'avi' | 'mp3' | 'wav' | 'ogg' | 'flac' | 'aiff'

/** A file to read: its path and, by its content, its container; the name has no say. */
export type Source = { path: string; container: Container }

/** What a recording says of itself. Times in seconds, bitrates in bits a second, sizes as displayed, after rotation. */
export type Probe = {
  duration: number
  bitrate: number | null
  video: { width: number; height: number; codec: string; frameRate: number | null; hdr: boolean } | null
  audio: { codec: string; channels: number; sampleRate: number } | null
  /**
   * When it was begun, RFC 3339 with its offset, or without one where a recorder's clock knew none; a container's
   * creation time counts unless it is its epoch.
   */
  recordedAt: string | null
  /** ISO 6709 of the container, for the owner alone. */
  point: { latitude: number; longitude: number } | null
  tags: { title: string | null; artist: string | null; album: string | null; date: string | null }
}

/** One rung of a ladder: its name tells its shorter side in pixels. */
export type Rung = { name: '360p' | '720p' | '1080p'; side: 360 | 720 | 1080; videoBitrate: number }

/** A rung that was made: one fragmented MP4 and its playlist, which addresses it by byte ranges as `<name>.mp4`. */
export type MadeRung = {
  name: Rung['name']
  file: string
  playlist: string
  width: number
  height: number
  /** For the master playlist (RFC 8216): peak bits a second, and codecs as RFC 6381 writes them. */
  bitrate: number
  codecs: string
}

/** Why a file does not do; `internal` is our fault. */
export type FaultCode = 'file_corrupt' | 'too_long' | 'no_stream' | 'too_demanding' | 'internal'

/** The file does not do: told to its owner, with a sentence and a code. */
export class MediaFault extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode, message: string) {
    super(message)
    this.code = code
  }
}

/** How far a run has come, 0 to 1, and whether it is still wanted. */
export type Run = { signal: AbortSignal; onProgress?: (share: number) => void }

/** The sound of a recording as it is, a block at a time: an array of 32-bit floats for each channel. */
export type Sound = {
  /** Its own, unless that is beyond what anybody hears or works with. */
  sampleRate: number
  /** In the order of WAV: left, right, centre, bass, and those behind. */
  channels: number
  /** Seconds, as the file says. */
  duration: number
  /** Decoded as it is read; whoever stops reading stops the tool. */
  blocks: AsyncIterable<Float32Array[]>
}

/**
 * Reads and converts what people recorded, always in a child process with bounded time, memory and output, which may
 * read the one file and nothing else, and write below the one folder. Everything it makes is free of metadata.
 * Throws MediaFault when the file is at fault, AbortError when the signal says so, and anything else when we are.
 */
export type Transcoder = {
  /** Which tool does the work; `none` while none has been found. */
  readonly name: 'ffmpeg' | 'node-av' | 'none'
  probe(source: Source, run: Run): Promise<Probe>
  /** One upright frame near `at` seconds as PNG, at most 1600 px on its longer side. */
  still(source: Source, to: { file: string; at: number }, run: Run): Promise<void>
  /** `seconds` of silent H.264 in MP4 from `at` on, 320 px on its longer side. */
  preview(source: Source, to: { file: string; at: number; seconds: number }, run: Run): Promise<void>
  /** The rungs, H.264 and AAC, all from one decode, in `folder`; upright, SDR, never enlarged, key frame each 4 s. */
  ladder(source: Source, to: { folder: string; rungs: readonly Rung[] }, run: Run): Promise<MadeRung[]>
  /** Puts a rung into one ordinary MP4 with its index first, without coding it again. */
  joined(rung: MadeRung, to: { file: string }, run: Run): Promise<void>
  /** The sound as AAC in MP4 with its index first; at most 160 kbit/s, two channels. */
  sound(source: Source, to: { file: string }, run: Run): Promise<void>
  /** The sound as mono 32-bit floats of `sampleRate`, in order, a chunk at a time. */
  samples(source: Source, sampleRate: number, run: Run): AsyncIterable<Float32Array>
  /** All channels of the sound, at most eight, at its own rate, or the nearest of 8 to 192 kHz. */
  channels(source: Source, run: Run): Promise<Sound>
}
