/** Words of people for a query in Lucene's language: nothing in them means anything there. */
const escaped = (word: string) => word.replaceAll(/[+\-&|!(){}[\]^"~*?:\\/]/g, '\\$&')

/** AND, OR and NOT are words like others in small letters. */
const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean).map(escaped)

/** As it stands. */
export const phrase = (text: string): string => `"${wordsOf(text).join(' ')}"`
/** All words in any order, the last of which may go on. */
export const begun = (text: string): string => {
  const words = wordsOf(text)
  return `(${words.map((word, index) => (index === words.length - 1 ? `${word}*` : word)).join(' AND ')})`
}
