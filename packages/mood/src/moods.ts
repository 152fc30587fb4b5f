/** The four moods, in the order in which they are told. */
export const MOODS = ['happy', 'sad', 'angry', 'neutral'] as const
export type Mood = (typeof MOODS)[number]

/** One number for each mood. */
export type Scores = Record<Mood, number>

/** Something for each mood. */
export const ofEach = <T>(value: (mood: Mood) => T): Record<Mood, T> => ({
  happy: value('happy'),
  sad: value('sad'),
  angry: value('angry'),
  neutral: value('neutral'),
})

/** Valence from unpleasant to pleasant, energy from calm to excited, both 0 to 1. */
export type Place = { valence: number; energy: number }

/** What music fits a mood: from and to of valence, energy and tempo in beats a minute. */
export type Range = readonly [from: number, to: number]
export type Rule = { valence: Range; energy: Range; tempo: Range }

/**
 * Where the moods lie in the field of valence and energy (Russell, "A circumplex model of affect", 1980), and what music fits
 * them as long as nobody says otherwise.
 */
export const DEFAULT_RULES: Record<Mood, Rule & { description: string }> = {
  happy: { valence: [0.6, 1], energy: [0.5, 1], tempo: [95, 190], description: 'Bright and lively' },
  sad: { valence: [0, 0.45], energy: [0, 0.5], tempo: [40, 115], description: 'Slow and dark, to sink into' },
  angry: { valence: [0, 0.5], energy: [0.6, 1], tempo: [100, 220], description: 'Loud, fast and rough' },
  neutral: {
    valence: [0.35, 0.75],
    energy: [0.2, 0.65],
    tempo: [70, 130],
    description: 'Easy-going, in the middle of everything',
  },
}

/** The middle of what fits. */
export const placeOf = ({ valence, energy }: Rule): Place => ({
  valence: (valence[0] + valence[1]) / 2,
  energy: (energy[0] + energy[1]) / 2,
})
