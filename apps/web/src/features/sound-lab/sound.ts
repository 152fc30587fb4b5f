/** The rate at which pictures are drawn: what the engine hears, so that nothing is resampled twice. */
const PICTURE_RATE = 22_050
/** What is longer (in seconds) would not fit a phone's memory once decoded. */
const LONGEST = 20 * 60
const MOST_BYTES = 300 * 1_048_576

/** A sound in memory, one channel. */
export type DecodedSound = { samples: Float32Array; sampleRate: number; duration: number }

/** It cannot be decoded, with the reason in words for people. */
export class NoSound extends Error {}

/** Throws where it is known to be too long, best before it is in memory. */
export function refuseLong(seconds: number | null): void {
  if (seconds !== null && seconds > LONGEST) {
    throw new NoSound('Recordings of up to 20 minutes are drawn; this one is longer.')
  }
}

/** The stream of a recording, read as far as the signal lets it; told which share of its bytes is here. */
export async function fetchBytes(
  address: string,
  { signal, onShare }: { signal: AbortSignal; onShare: (share: number) => void },
): Promise<ArrayBuffer> {
  const response = await fetch(address, { signal })
  if (!response.ok || response.body === null) throw new NoSound('The recording cannot be read just now.')
  const size = Number(response.headers.get('content-length')) || 0
  const parts: Uint8Array<ArrayBuffer>[] = []
  let read = 0
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    parts.push(part)
    read += part.length
    if (size > 0) onShare(Math.min(1, read / size))
  }
  return new Blob(parts).arrayBuffer()
}

/** A file on this device; it is read here and goes nowhere. */
export function readFile(file: File): Promise<ArrayBuffer> {
  if (file.size > MOST_BYTES) throw new NoSound('This file is too large to be drawn here: 300 MB at most.')
  return file.arrayBuffer()
}

/** Decoded by the browser, at the rate that the engine hears, all channels as one. */
export async function decode(bytes: ArrayBuffer): Promise<DecodedSound> {
  const context = new OfflineAudioContext(1, 1, PICTURE_RATE)
  const sound = await context.decodeAudioData(bytes).catch(() => {
    throw new NoSound('This browser cannot decode it. Try MP3, FLAC or WAV.')
  })
  refuseLong(sound.duration)
  return { samples: mixed(sound), sampleRate: sound.sampleRate, duration: sound.duration }
}

function mixed(sound: AudioBuffer): Float32Array {
  const count = sound.numberOfChannels
  if (count === 1) return sound.getChannelData(0)
  const samples = new Float32Array(sound.length)
  for (let channel = 0; channel < count; channel++) {
    const one = sound.getChannelData(channel)
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) + (one[i] as number) / count
  }
  return samples
}
