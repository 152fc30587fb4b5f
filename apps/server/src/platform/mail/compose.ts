import type { Letter } from './letter.ts'
import { letterHtml } from './letter-html.ts'
import { letterText } from './letter-text.ts'
import type { Message } from './message.ts'

/** A letter as a mail with both parts, dated now. */
export function compose(letter: Letter): Message {
  const { to, subject } = letter
  return { to, subject, text: letterText(letter), html: letterHtml(letter, new Date()).source }
}
