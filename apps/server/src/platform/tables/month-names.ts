const written = {
  en: 'january february march april may june july august september october november december',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  de: 'januar februar märz april mai juni juli august september oktober november dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
} as const

/** Short forms that are not the first three or four letters. */
const short: Record<string, number> = {
  mrt: 3,
  jän: 1,
  jänner: 1,
  feber: 2,
  juil: 7,
  aou: 8,
  set: 9,
  sept: 9,
}

/** Without accents and case. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const names = new Map<string, number>()
for (const months of Object.values(written)) {
  months.split(' ').forEach((name, index) => {
    names.set(plain(name), index + 1)
  })
}
for (const [name, month] of Object.entries(short)) names.set(plain(name), month)

/** Months by what they begin with, as far as that is of one month alone. */
const shortened = new Map<string, number>()
const unclear = new Set<string>()
for (const [name, month] of names) {
  for (const length of [3, 4]) {
    const start = name.slice(0, length)
    if ((shortened.get(start) ?? month) !== month) unclear.add(start)
    shortened.set(start, month)
  }
}
for (const start of unclear) shortened.delete(start)

/** The number of a month by its name or its first letters, in seven languages. */
export function monthOf(word: string): number | undefined {
  const name = plain(word)
  return names.get(name) ?? shortened.get(name)
}
