import type { Estimate } from '../analysis.ts'
import { clamp, ofShares, unheard } from './estimate.ts'
import { enough, type Judged, meanOf } from './judged.ts'

/** The tempo people dance to most, and by how many octaves another is off that counts three fifths. */
const TEMPO = 118
const SPREAD = 0.6

/** How well one can dance to it: the geometric mean of pulse clarity, fitness of the tempo and regularity of the bass. */
export function danceabilityOf(judged: Judged): Estimate {
  const { tempo, pulse_clarity } = judged.facts.rhythm
  const bass = meanOf(judged, 'lowPulse')
  if (tempo.bpm === null || bass === null) return unheard(0, 'signal')
  const octaves = Math.log2(tempo.bpm / TEMPO) / SPREAD
  return ofShares('signal', 0.6 * enough(judged), [
    { label: 'Clarity of the pulse', reading: pulse_clarity, part: clamp(pulse_clarity) },
    { label: 'Beats a minute', reading: tempo.bpm, part: Math.exp(-0.5 * octaves * octaves) },
    { label: 'Regularity of the bass', reading: bass, part: clamp(bass) },
  ])
}
