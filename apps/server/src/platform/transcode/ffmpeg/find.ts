import type { Transcoder } from '../transcoder.ts'
import { joined, ladder } from './ladder.ts'
import { preview, still } from './pictures.ts'
import { probe } from './probe.ts'
import { channels, samples, sound } from './sound.ts'
import { findTools } from './tools.ts'

/** The port over the machine's ffmpeg and ffprobe, each run a child process; or what is missing, in words. */
export async function findFfmpeg(ffmpeg: string): Promise<Transcoder | { missing: string }> {
  const tools = await findTools(ffmpeg)
  if ('missing' in tools) return tools
  return {
    name: 'ffmpeg',
    probe: (...call) => probe(tools, ...call),
    still: (...call) => still(tools, ...call),
    preview: (...call) => preview(tools, ...call),
    ladder: (...call) => ladder(tools, ...call),
    joined: (...call) => joined(tools, ...call),
    sound: (...call) => sound(tools, ...call),
    samples: (...call) => samples(tools, ...call),
    channels: (...call) => channels(tools, ...call),
  }
}
