import type { Mood } from '@sharemyshows/contract/moods'

/** The four moods, in the order in which they are told, as one calls them. */
export const MOOD_NAMES: Readonly<Record<Mood, string>> = {
  happy: 'Happy',
  sad: 'Sad',
  angry: 'Angry',
  neutral: 'Neutral',
}
export const MOODS = Object.keys(MOOD_NAMES) as Mood[]

/** "Happy", or "Not sure" for none. */
export const sayMood = (mood: Mood | null): string => (mood === null ? 'Not sure' : MOOD_NAMES[mood])

export const isMood = (value: unknown): value is Mood => MOODS.some((mood) => mood === value)

/** Its colour in drawings, as a CSS value; always beside its name. */
export const moodColour = (mood: Mood | null): string => (mood === null ? 'var(--edge)' : COLOURS[mood])

const COLOURS: Readonly<Record<Mood, string>> = {
  happy: 'var(--warning)',
  sad: 'var(--primary)',
  angry: 'var(--danger)',
  neutral: 'color-mix(in oklab, var(--cyan) 62%, var(--page))',
}
