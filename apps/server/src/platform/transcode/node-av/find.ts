import { probeBounds } from '../bounds.ts'
import type { Transcoder } from '../transcoder.ts'
import { runChild } from './child-process.ts'
import { joined, ladder, preview, sound, still } from './make.ts'
import { probe } from './probe.ts'
import { channels, samples } from './samples.ts'

/** On older ones the package loads, and then gives nothing, without a word. */
const OLDEST_NODE = 24

/**
 * The port over the libraries of FFmpeg in the npm package node-av, which is optional: each run a child process. Or what
 * is missing, in words. A child tells whether they load here.
 */
export async function findNodeAv(): Promise<Transcoder | { missing: string }> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    return { missing: `node-av wants Node ${OLDEST_NODE}, and this is ${process.versions.node}` }
  }
  try {
    const complete = await runChild({ do: 'check' }, probeBounds, { signal: new AbortController().signal })
    if (!complete) return { missing: 'node-av lacks encoders or filters in this build' }
  } catch (error) {
    return { missing: `node-av does not run here: ${reasonOf(error as Error)}` }
  }
  return { name: 'node-av', probe, still, preview, ladder, joined, sound, samples, channels }
}

/** A child that could not load tells it among the lines of its trace. */
const reasonOf = ({ message }: Error): string =>
  /^\w*Error\b.*$/m.exec(message)?.[0] ?? message.split('\n')[0]!
