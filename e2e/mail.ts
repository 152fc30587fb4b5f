import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import PostalMime from 'postal-mime'

/** A mail as the SMTP server took it from the product. */
export type Mail = {
  /** Grows from mail to mail. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** The six digits in it, or ''. */
  code: string
  /** What its button opens, or ''. */
  link: string
}

export type Wanted = {
  subject?: string | RegExp
  /** Only a mail that came later than this one, such as a code that was asked for again. */
  newerThan?: Mail
}

/** The newest mail to an address; waits until there is one. */
export async function newestMail(to: string, wanted: Wanted = {}): Promise<Mail> {
  let found: Mail | undefined
  const look = async () => {
    found = (await mailsTo(to)).findLast((mail) => fits(mail, wanted))
    return found !== undefined
  }
  await expect.poll(look, { message: `a mail to ${to}`, timeout: 20_000 }).toBe(true)
  return found as unknown as Mail
}

/** All mails to an address so far, oldest first. */
async function mailsTo(to: string): Promise<Mail[]> {
  const folder = process.env.E2E_MAIL_DIR ?? ''
  const names = (await readdir(folder)).filter((name) => /^\d+\.eml$/.test(name)).sort()
  const mails = await Promise.all(names.map((name) => read(folder, name)))
  return mails.filter((mail) => mail.to === to.toLowerCase())
}

function fits({ id, subject }: Mail, wanted: Wanted): boolean {
  if (wanted.newerThan !== undefined && id <= wanted.newerThan.id) return false
  if (wanted.subject === undefined) return true
  return typeof wanted.subject === 'string' ? subject.includes(wanted.subject) : wanted.subject.test(subject)
}

async function read(folder: string, name: string): Promise<Mail> {
  const {
    to,
    subject = '',
    text = '',
    html = '',
  } = await PostalMime.parse(await readFile(join(folder, name)))
  return {
    id: name,
    to: to?.[0]?.address?.toLowerCase() ?? '',
    subject,
    text,
    html,
    code: /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? '',
    link: /^https?:\/\/\S+\?\S+$/m.exec(text)?.[0] ?? '',
  }
}
