const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A day as it is said: `3 May 2019`. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
