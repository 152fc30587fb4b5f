import { FINE } from './chroma.ts'

const SEMITONE = FINE / 12

export type Tuning = {
  /** By which A4 is off 440 Hz, -50 to 50. */
  cents: number
  /** 0 where all is between the tones as much as on them, as in noise, to 1 where nothing is between them. */
  clarity: number
}

/**
 * How a fine chroma is tuned: the angle and the length of its mean, a semitone being the full circle (Dressler and Streich,
 * "Tuning frequency estimation using circular statistics", ISMIR 2007).
 */
export function tuningOf(fine: ArrayLike<number>): Tuning {
  let [along, across, total] = [0, 0, 0]
  for (let step = 0; step < FINE; step++) {
    const angle = (2 * Math.PI * step) / SEMITONE
    const strength = fine[step] as number
    along += strength * Math.cos(angle)
    across += strength * Math.sin(angle)
    total += strength
  }
  if (total === 0) return { cents: 0, clarity: 0 }
  return {
    cents: (100 * Math.atan2(across, along)) / (2 * Math.PI),
    clarity: Math.hypot(along, across) / total,
  }
}
