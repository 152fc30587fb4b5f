import type { Letter } from './letter.ts'
import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'
import type { Message } from './message.ts'

/** A letter as a mail with both parts, dated now. */
export function compose(letter: Letter): Message {
  const { to, subject, name, names = [] } = letter
  const html = letterHtml(letter, new Date()).source
  return { to, subject, text: letterText(letter), html, about: [name, ...names] }
}
