import { LONGEST_SECONDS } from '@sharemyshows/contract/media'
import { fault, mostBytes, PATIENCE, patience } from '../limits.ts'
import type { Probe, Run, Source } from '../transcoder.ts'
import { start } from './child.ts'
import { convert } from './convert.ts'
import { BARE, QUIET, reader } from './input.ts'
import { probe } from './probe.ts'
import type { Tools } from './tools.ts'

const BITRATES = { mono: 96_000, stereo: 160_000 }
const MOST_HERTZ = 48_000

async function probeSound(tools: Tools, source: Source, run: Run) {
  const { audio, duration } = await probe(tools, source, run)
  if (audio === null) throw fault('no_sound')
  return { audio, duration }
}

export async function sound(
  tools: Tools,
  source: Source,
  { file }: { file: string },
  run: Run,
): Promise<void> {
  const { audio, duration } = await probeSound(tools, source, run)
  const bitrate = audio.channels === 1 ? BITRATES.mono : BITRATES.stereo
  const make = [
    ...['-map', '0:a:0', '-vn', ...BARE, '-c:a', 'aac', '-b:a', String(bitrate), ...within(audio)],
    ...['-movflags', '+faststart', '-f', 'mp4', `file:${file}`],
  ]
  const bounds = {
    milliseconds: patience(PATIENCE.sound, duration),
    files: [file],
    bytes: mostBytes(bitrate, duration),
  }
  await convert(tools, { source, make, bounds, duration }, run)
}

const within = ({ channels, sampleRate }: NonNullable<Probe['audio']>) => [
  ...['-ac', String(Math.min(channels, 2))],
  ...['-ar', String(Math.min(sampleRate, MOST_HERTZ))],
]

export async function* samples(
  tools: Tools,
  source: Source,
  sampleRate: number,
  run: Run,
): AsyncGenerator<Float32Array> {
  const { duration } = await probeSound(tools, source, run)
  // the channels' mean, so that what is loud in all of them stays within full scale
  const shape = ['-af', `aresample=${sampleRate}:rematrix_maxval=1`, '-ac', '1', '-ar', String(sampleRate)]
  const make = ['-map', '0:a:0', '-vn', '-sn', '-dn', ...shape, '-f', 'f32le', 'pipe:1']
  const args = ['-nostdin', ...QUIET, ...reader(source), ...make]
  const bounds = { milliseconds: patience(PATIENCE.sound, duration) }
  const tool = await start(tools, { program: 'ffmpeg', args, bounds, signal: run.signal })
  tool.progress.resume()
  let [count, rest] = [0, Buffer.alloc(0)]
  try {
    for await (const more of tool.stdout as AsyncIterable<Buffer>) {
      const bytes = Buffer.concat([rest, more])
      const whole = bytes.length >> 2
      rest = bytes.subarray(whole * 4)
      if (whole === 0) continue
      count += whole
      if (count > sampleRate * (LONGEST_SECONDS + 1)) tool.stop(fault('too_long'))
      run.onProgress?.(Math.min(count / sampleRate / duration, 0.99))
      yield floats(bytes, whole)
    }
    await tool.ended
    if (count === 0) throw fault('file_corrupt')
    run.onProgress?.(1)
  } finally {
    // whoever stops listening stops the tool
    tool.stop(null)
  }
}

/** In memory of their own, where four bytes line up. */
function floats(bytes: Buffer, count: number): Float32Array {
  const aligned = new Float32Array(count)
  Buffer.from(aligned.buffer).set(bytes.subarray(0, count * 4))
  return aligned
}
