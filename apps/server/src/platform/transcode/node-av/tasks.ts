import type { ChannelsForm } from '../forms.ts'
import type { fault } from '../limits.ts'
import type { MadeRung, Probe, Rung, Source } from '../transcoder.ts'

/** What is wrong with a file. */
export type Reason = Parameters<typeof fault>[0]

/** What a container and its streams tell; the length is null where only reading all of it would tell. */
export type Look = Omit<Probe, 'duration'> & { duration: number | null }

/** What a child is asked: one of these, once. Paths are absolute, `duration` is in seconds and for progress. */
export type Task =
  | { do: 'check' }
  | { do: 'look'; source: Source }
  | { do: 'measure'; source: Source }
  | { do: 'still'; source: Source; file: string; at: number }
  | { do: 'preview'; source: Source; file: string; at: number; seconds: number }
  | { do: 'ladder'; source: Source; folder: string; rungs: readonly Rung[]; duration: number }
  | { do: 'joined'; source: Source; file: string; duration: number }
  | { do: 'sound'; source: Source; file: string; duration: number }
  | { do: 'samples'; source: Source; sampleRate: number; duration: number }
  | ({ do: 'channels'; source: Source; duration: number } & ChannelsForm)

/** A rung as the child made it; the parent measures its bytes. */
export type CodedRung = Pick<MadeRung, 'name' | 'file' | 'playlist' | 'width' | 'height'>

/** What each task gives. Samples and channels come on the child's standard output while it runs. */
export type Results = {
  check: boolean
  look: Look
  measure: number
  still: null
  preview: null
  ladder: CodedRung[]
  joined: null
  sound: null
  samples: null
  channels: null
}

/** What a child says: progress now and then, and at the end exactly one of the others. */
export type Answer =
  | { progress: number }
  | { result: unknown }
  | { fault: Reason; detail: string }
  | { error: string }
