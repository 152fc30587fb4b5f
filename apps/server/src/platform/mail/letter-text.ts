import type { Letter } from './letter.ts'

const WIDTH = 72

/** The letter as plain text: the code and the address each on a line of their own, never broken. */
export function letterText(letter: Letter): string {
  const { name, paragraphs, code, button, expiry, security, home } = letter
  const parts = [
    `Hello ${oneLine(name)},`,
    ...paragraphs,
    code === undefined ? undefined : `    ${code}`,
    button && `${button.label}:\n${button.href}`,
    expiry,
    security,
    `--\nShareMyShows, the home for live music\n${home}`,
  ]
  return `${parts
    .filter((part) => part !== undefined)
    .map(wrapped)
    .join('\n\n')}\n`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

/** Breaks lines between words; an address is one word. */
function wrapped(paragraph: string): string {
  return paragraph.split('\n').map(wrappedLine).join('\n')
}

function wrappedLine(line: string): string {
  if (line.length <= WIDTH) return line
  const lines = ['']
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + 1 + word.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.join('\n')
}
