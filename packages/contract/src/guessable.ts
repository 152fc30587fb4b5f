const REPEATS = 'It repeats itself, and guessers try that first. Put different words in a row.'
const NEIGHBOURS = 'Its keys lie side by side. Four random words are harder to guess.'
const KNOWN = 'It is close to one that many people use. Four random words are harder to guess.'
const NAMES = 'Names alone are guessed early. Add two or three words that do not belong together.'
const DATES = 'Dates and years are guessed early. Add two or three words instead.'

/** By zxcvbn's names of its warnings. */
const SENTENCES: Record<string, string> = {
  simpleRepeat: REPEATS,
  extendedRepeat: REPEATS,
  straightRow: NEIGHBOURS,
  keyPattern: NEIGHBOURS,
  topTen: KNOWN,
  topHundred: KNOWN,
  common: KNOWN,
  similarToCommon: KNOWN,
  pwned: KNOWN,
  namesByThemselves: NAMES,
  commonNames: NAMES,
  dates: DATES,
  recentYears: DATES,
  sequences: 'It is a sequence, such as abc or 123. Four random words are harder to guess.',
  wordByItself: 'One word alone is guessed early. Put three or four in a row.',
  userInputs: 'It is made of your own name or address. Take words that have nothing to do with you.',
}

/**
 * Why a password is easy to guess and what to do, in one or two sentences; `warning` is zxcvbn's. Said alike by the
 * server that refuses one and by the page where it is typed.
 */
export const sayWhyGuessable = (warning: string | null): string =>
  SENTENCES[warning ?? ''] ?? 'It is easy to guess. Add a word or two that nobody would expect.'
