/** Steps an octave of a fine chroma: ten cents each, so that the tuning can be settled when all has been heard. */
export const FINE = 120

/** 16.35 Hz where A4 is 440. */
const C0 = 440 * 2 ** (-57 / 12)

/** A peak may be the n-th overtone of a tone, which is said with ever less conviction. */
const OVERTONES = 4
const DECAY = 0.6

export type Band = { lowest: number; highest: number }

/**
 * Adds to `into` (FINE steps from C) the strength of each pitch class in a frame: spectral peaks, placed between the bins by
 * a parabola through the logarithms of three magnitudes, each counted for the tones of which it may be an overtone (harmonic
 * pitch class profile: Gómez, "Tonal description of polyphonic audio for music content processing", 2006), compressed by a
 * square root. `binWidth` in Hz.
 */
export function addPitches(magnitudes: Float32Array, binWidth: number, band: Band, into: Float32Array): void {
  const last = Math.min(magnitudes.length - 2, Math.floor(band.highest / binWidth))
  for (let bin = Math.max(1, Math.ceil(band.lowest / binWidth)); bin <= last; bin++) {
    const peak = magnitudes[bin] as number
    const [left, right] = [magnitudes[bin - 1] as number, magnitudes[bin + 1] as number]
    if (!(peak > left && peak >= right && left > 0 && right > 0)) continue
    const [a, b, c] = [Math.log(left), Math.log(peak), Math.log(right)]
    const frequency = (bin + (a - c) / (2 * (a - 2 * b + c))) * binWidth
    let weight = Math.sqrt(peak)
    for (let overtone = 1; overtone <= OVERTONES; overtone++) {
      const octaves = Math.log2(frequency / overtone / C0)
      const step = Math.round((octaves - Math.floor(octaves)) * FINE) % FINE
      into[step] = (into[step] as number) + weight
      weight *= DECAY
    }
  }
}

/** The twelve pitch classes from C of a fine chroma, tuned `cents` off 440 Hz: what is nearest to each counts for it most. */
export function toPitchClasses(fine: ArrayLike<number>, cents: number): number[] {
  const width = FINE / 12
  const classes = new Array<number>(12).fill(0)
  for (let step = 0; step < FINE; step++) {
    const position = (step - cents / 10) / width
    const nearest = Math.round(position)
    const off = Math.cos(Math.PI * (position - nearest))
    const pitchClass = ((nearest % 12) + 12) % 12
    classes[pitchClass] = (classes[pitchClass] as number) + (fine[step] as number) * off * off
  }
  return classes
}
