import { z } from 'zod'

const FORM =
  'must be smtp://user:password@host:587 or smtps://user:password@host:465, with @ # / ? % in user and password written as %40 %23 %2F %3F %25'
const SPACED = 'holds spaces. Providers show an app password in groups of four: write it without the spaces'

/** What is wrong with an SMTP_URL, in words that do not repeat it: it holds a password. */
function faultOfSmtpUrl(text: string): string | undefined {
  if (/\s/.test(text)) return SPACED
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return FORM
  const { hostname, username, password } = new URL(text)
  if (hostname === '') return FORM
  try {
    decodeURIComponent(username)
    return /^\w{4}(\s\w{4}){3}$/.test(decodeURIComponent(password)) ? SPACED : undefined
  } catch {
    return FORM
  }
}

export const SmtpUrl = z.string().superRefine((text, { addIssue }) => {
  const message = faultOfSmtpUrl(text)
  if (message !== undefined) addIssue({ code: 'custom', message })
})

/** One sender: an address, or a name and an address in angle brackets. A name with a comma stands in quotes. */
const SENDER = /^(?:[^\s<>@,]+@[^\s<>@,]+|(?:"[^"\r\n]*" *|[^"<>@,;\r\n]*)<[^\s<>@,]+@[^\s<>@,]+>)$/

export const MailFrom = z
  .string()
  .trim()
  .regex(SENDER, 'must be an address, or a name and an address: ShareMyShows <shows@example.org>')
