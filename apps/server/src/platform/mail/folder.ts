import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import MimeNode from 'nodemailer/lib/mime-node'
import { ABOUT, markOf } from './about.ts'
import { type Deliver, headersOf, messageId } from './delivery.ts'
import type { QueuedMessage } from './message.ts'

/**
 * Keeps each mail as `<id>.eml` in a folder, for servers that cannot send. A file that has its name is complete;
 * until then the name starts with a dot. Names sort by time.
 */
export function intoFolder(folder: string, from: string): Deliver {
  return async (message) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const unfinished = path.join(folder, `.${message.id}.eml`)
    await writeFile(unfinished, await compose(message, from), { mode: 0o600, flush: true })
    await rename(unfinished, path.join(folder, `${message.id}.eml`))
  }
}

function compose(message: QueuedMessage, from: string): Promise<Buffer> {
  const mail = new MimeNode('multipart/alternative')
  mail.setHeader({
    from,
    to: [{ name: '', address: message.to }],
    subject: message.subject,
    'message-id': messageId(message, from),
    ...headersOf(message),
    ...(message.about && { [ABOUT]: message.about.map(markOf).join(' ') }),
  })
  mail.createChild('text/plain').setRaw(readable('text/plain', message.text))
  if (message.html !== undefined) mail.createChild('text/html').setRaw(readable('text/html', message.html))
  return mail.build()
}

/** nodemailer would encode long lines and letters beyond ASCII; people open these files in an editor. */
const readable = (type: string, text: string) =>
  [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split(/\r?\n/),
  ].join('\r\n')
