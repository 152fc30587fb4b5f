import type { Analysis, Tag } from '@sharemyshows/audio/analysis'
import type { Clip } from './clips.ts'

/** A label that the engine gives and what people say of the same clips. */
export type Truth = {
  name: string
  score: (analysis: Analysis) => number
  /** Whether it is so; null where nobody has said. */
  of: (clip: Clip) => boolean | null
}

const probability = (tags: readonly Tag[], label: string) =>
  tags.find((tag) => tag.label === label)?.probability ?? 0

const genre = (label: string, says: RegExp): Truth => ({
  name: `genre ${label}`,
  score: ({ genres }) => probability(genres, label),
  of: (clip) => (clip.genre === '' ? null : says.test(clip.genre)),
})

/** In a mix: single notes are counted apart, and "band" names nobody. */
const instrument = (label: string, says: RegExp): Truth => ({
  name: `instrument ${label}`,
  score: ({ instruments }) => probability(instruments, label),
  of: ({ instruments, soundClass }) =>
    instruments === '' || instruments === 'band' || soundClass !== '' ? null : says.test(instruments),
})

/** Feelings of which one has only the one sort; what has both is left out. */
const feeling = (name: string, score: Truth['score'], up: RegExp, down: RegExp): Truth => ({
  name,
  score,
  of: ({ feel }) => (up.test(feel) === down.test(feel) ? null : up.test(feel)),
})

export const truths: readonly Truth[] = [
  genre('Rock', /rock/i),
  genre('Electronic', /electronic|techno|dubstep|house|trance/i),
  genre('Jazz', /jazz|ragtime/i),
  genre('Soundtrack', /soundtrack|score|horror/i),
  instrument('Guitar', /guitar/i),
  instrument('Piano', /\bpiano/i),
  instrument('Strings', /string|violin|viola|cello|orchestral/i),
  instrument('Brass', /brass|trumpet|trombone|tuba|french horn|orchestral/i),
  instrument('Flute', /flute|recorder/i),
  instrument('Organ', /organ/i),
  instrument('Percussion', /percussion|xylophone|marimba|vibraphone|orchestral/i),
  feeling(
    'valence',
    ({ valence }) => valence.value,
    /bright|uplifting|humorous|happy|bouncy/i,
    /dark|eerie|mysterious|unnerving|suspenseful/i,
  ),
  feeling(
    'energy',
    ({ energy }) => energy.value,
    /action|driving|intense|epic/i,
    /calming|relaxed|mystical|somber/i,
  ),
]

/** AudioSet has no oboe and no bassoon, so that single notes are told by their families. */
const FAMILIES: Record<string, RegExp> = {
  Woodwind: /clarinet|oboe|cor anglais|bassoon|saxophone|flute/,
  Brass: /horn|trumpet|trombone|tuba/,
  Strings: /violin|viola|cello|double bass/,
  Percussion: /drum|castanets|bells|cymbal|tambourine|djembe/,
}

/** Whether the likeliest family is the one of whose instruments this is a single note. */
export function isTopFamily({ instruments }: Analysis, { soundClass }: Clip): boolean {
  const families = instruments.filter(({ label }) => label in FAMILIES)
  const top = families.toSorted((a, b) => b.probability - a.probability)[0]
  return top !== undefined && FAMILIES[top.label]!.test(soundClass)
}
