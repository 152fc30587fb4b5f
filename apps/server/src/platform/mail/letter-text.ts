import type { Letter } from './letter.ts'

const WIDTH = 72

/** The letter as plain text: the code and the address each on a line of their own, never broken. */
export function letterText(letter: Letter): string {
  const { name, paragraphs, code, button, expiry, security, home } = letter
  const parts = [
    wrapped(`Hello ${name},`),
    ...paragraphs.map(wrapped),
    code === undefined ? undefined : `    ${code}`,
    button && `${wrapped(`${button.label}:`)}\n${button.href}`,
    expiry && wrapped(expiry),
    security && wrapped(security),
    `--\nShareMyShows, the home for live music\n${home}`,
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

/** Breaks lines between words and nowhere else: what a name holds cannot pass for another paragraph. */
function wrapped(paragraph: string): string {
  const lines = ['']
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}
