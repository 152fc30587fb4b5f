/** Why a track stands in a list. */
export type Reason =
  | { kind: 'sound'; valence: number; energy: number; tempo: number | null }
  /** It was recorded at a show of whoever asks, or its artist was heard there, in that year. */
  | { kind: 'live'; year: number }
  | { kind: 'new' }
  /** Heard to its end so often in this mood. */
  | { kind: 'finished'; times: number }
  /** Played a moment ago, and here because there is little else. */
  | { kind: 'lately' }
  /** Outside of what was asked for. */
  | { kind: 'weak'; off: readonly ('valence' | 'energy' | 'tempo')[] }

const COUNTS = ['', 'once', 'twice', 'three times', 'four times', 'five times']
const OFF = { valence: 'colour', energy: 'energy', tempo: 'tempo' }

const round = (share: number) => String(Math.round(share * 100) / 100)

function phraseOf(reason: Reason): string {
  switch (reason.kind) {
    case 'sound': {
      const { valence, energy, tempo } = reason
      const pace = tempo === null ? '' : `, ${Math.round(tempo)} BPM`
      return `valence ${round(valence)}, energy ${round(energy)}${pace}`
    }
    case 'live':
      return `heard live in ${reason.year}`
    case 'new':
      return 'new to you'
    case 'finished':
      return `you finished it ${COUNTS[reason.times] ?? `${reason.times} times`} in this mood`
    case 'lately':
      return 'played a moment ago'
    case 'weak':
      return `the nearest there is, not quite in ${reason.off.map((each) => OFF[each]).join(' and ')}`
  }
}

/** Reasons as one line, such as "Valence 0.8, energy 0.74, 128 BPM; heard live in 2024". */
export function wordsOf(reasons: readonly Reason[]): string {
  const line = reasons.map(phraseOf).join('; ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}
