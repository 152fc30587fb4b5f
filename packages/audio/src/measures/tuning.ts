import { FINE } from './chroma.ts'

const STEPS = FINE / 12

/**
 * Cents by which a fine chroma is off 440 Hz, -50 to 50: the angle of its mean, a semitone being the full circle (Dressler
 * and Streich, "Tuning frequency estimation using circular statistics", ISMIR 2007). Null where nothing is pitched.
 */
export function tuningOf(fine: ArrayLike<number>): number | null {
  let [along, across] = [0, 0]
  for (let step = 0; step < FINE; step++) {
    const angle = (2 * Math.PI * step) / STEPS
    along += (fine[step] as number) * Math.cos(angle)
    across += (fine[step] as number) * Math.sin(angle)
  }
  return along === 0 && across === 0 ? null : (100 * Math.atan2(across, along)) / (2 * Math.PI)
}
