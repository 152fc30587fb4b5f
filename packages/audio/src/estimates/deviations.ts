/**
 * How unusual a reading is: its distance from the mean of common recordings in standard deviations, at most three, so that
 * none decides alone. Means and deviations are those of the 64 pieces of music among the development clips.
 */
const deviations =
  (mean: number, deviation: number, scale: (reading: number) => number = (reading) => reading) =>
  (reading: number): number =>
    Math.min(3, Math.max(-3, (scale(reading) - mean) / deviation))

/** Of novelty, dB a second; heard on a logarithmic scale. */
export const lively = deviations(5.4, 0.7, (novelty) => Math.log2(novelty + 8))
/** Of the spectral centroid in Hz, in octaves. */
export const bright = deviations(10.4, 0.6, (hertz) => Math.log2(hertz + 1))
/** Of levels in dB. */
export const loud = deviations(-20, 6)
