/** Steps an octave of a fine chroma: ten cents each, so that the tuning can be settled when all has been heard. */
export const FINE = 120

/** 16.35 Hz where A4 is 440. */
const C0 = 440 * 2 ** (-57 / 12)

/** A peak may be the n-th partial of a tone, which is said with ever less conviction; each lies so many octaves above it. */
const PARTIALS = [1, 2, 3, 4, 5, 6].map((n, i) => ({ octaves: Math.log2(n), conviction: 0.7 ** i }))
/** Between magnitudes, which let one loud tone decide, and their logarithms, which let noise have a say. */
const COMPRESSION = 0.7

export type Band = { lowest: number; highest: number }

/**
 * Adds to `into` (FINE steps from C) the strength of each pitch class in a frame: spectral peaks, placed between the bins by
 * a parabola through the logarithms of three magnitudes, each counted for the tones of which it may be a partial (harmonic
 * pitch class profile: Gómez, "Tonal description of polyphonic audio for music content processing", 2006). `binWidth` in Hz.
 */
export function addPitches(magnitudes: Float32Array, binWidth: number, band: Band, into: Float32Array): void {
  const last = Math.min(magnitudes.length - 2, Math.floor(band.highest / binWidth))
  for (let bin = Math.max(1, Math.ceil(band.lowest / binWidth)); bin <= last; bin++) {
    const peak = magnitudes[bin] as number
    const left = magnitudes[bin - 1] as number
    const right = magnitudes[bin + 1] as number
    if (!(peak > left && peak >= right && left > 0 && right > 0 && peak < Number.POSITIVE_INFINITY)) continue
    const a = Math.log(left)
    const b = Math.log(peak)
    const c = Math.log(right)
    const above = Math.log2(((bin + (a - c) / (2 * (a - 2 * b + c))) * binWidth) / C0)
    const strength = Math.exp(COMPRESSION * b)
    for (const { octaves, conviction } of PARTIALS) {
      const height = above - octaves
      const step = Math.round((height - Math.floor(height)) * FINE) % FINE
      into[step] = (into[step] as number) + strength * conviction
    }
  }
}

/** The twelve pitch classes from C of a fine chroma, tuned `cents` off 440 Hz: what is nearest to each counts for it most. */
export function toPitchClasses(fine: ArrayLike<number>, cents: number): number[] {
  const width = FINE / 12
  const classes = new Array<number>(12).fill(0)
  for (let step = 0; step < FINE; step++) {
    const position = (step - (cents * width) / 100) / width
    const nearest = Math.round(position)
    const off = Math.cos(Math.PI * (position - nearest))
    const pitchClass = ((nearest % 12) + 12) % 12
    classes[pitchClass] = (classes[pitchClass] as number) + (fine[step] as number) * off * off
  }
  return classes
}
