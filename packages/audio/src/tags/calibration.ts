/**
 * How scores become probabilities: the log-odds of the pooled score of a word's classes, less a share of those of the
 * loudest class of the whole list, through a logistic function (Platt 1999). One function serves a whole list, because
 * there are too few labelled recordings to fit one for each word; the scores of AudioSet's classes are low for all alike.
 */
export type Calibration = {
  /** Of the power mean over time. */
  exponent: number
  steepness: number
  /** What the activity of the whole list takes away: where all instruments score high, none stands out. */
  activity: number
  /** For words that mean several of the list at once. */
  family: number
  offset: number
}

/** Fitted by regularised logistic regression on the clips of the development set that name their instruments. */
export const OF_INSTRUMENTS: Calibration = {
  exponent: 2,
  steepness: 0.84,
  activity: 0.48,
  family: 1.15,
  offset: 0.49,
}
/** Fitted on the clips of the development set whose genre can be heard: real recordings and band grooves. */
export const OF_GENRES: Calibration = {
  exponent: 1,
  steepness: 1.08,
  activity: 0.5,
  family: 0,
  offset: 2.2,
}
/** Fitted on the seventeen clips of the development set that say how they feel. */
export const OF_MOODS: Calibration = { exponent: 1, steepness: 0.52, activity: 0, family: 0, offset: 2.4 }
/** By judgement: voices and sounds of places are scored high where they are, so 0.25 all along is as good as not. */
export const OF_THROUGHOUT: Calibration = {
  exponent: 1,
  steepness: 1,
  activity: 0,
  family: 0,
  offset: 1.1,
}
/** By judgement: what is meant to be heard for some seconds has to be clear in them. */
export const OF_TIMES = { seconds: 5, steepness: 1, offset: 0.6 }

export const logistic = (value: number): number => 1 / (1 + Math.exp(-value))
