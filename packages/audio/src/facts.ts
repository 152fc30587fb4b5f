import type { Analysis } from './analysis.ts'
import type { Descriptors } from './measures/descriptors.ts'

/** What the measures found in the whole recording: what tags, estimates and the structure are judged by, beside what the model hears. */
export type Facts = {
  /** Seconds. */
  duration: number
  rhythm: Pick<Analysis, 'tempo' | 'beats' | 'time_signature' | 'time_signature_confidence'> & {
    /** 0 to 1: how clearly it pulses. */
    pulse_clarity: number
  }
  tonality: Pick<Analysis, 'key' | 'chroma'>
  loudness: Pick<Analysis, 'loudness_lufs' | 'loudness_range' | 'true_peak'>
  descriptors: Descriptors
}
