import { expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

/** The line about a setting, or '' when it is fine. */
function fault(settings: Record<string, string>): string {
  try {
    readConfig({ SESSION_SECRET: 'unused', ...settings })
    return ''
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
}

it.each([
  'smtp://127.0.0.1:25',
  'smtp://you%40gmail.com:abcdefghijklmnop@smtp.gmail.com:587',
  'smtp://you@gmail.com:abcdefghijklmnop@smtp.gmail.com:587',
  'smtps://relay:two%20words@mail.example.org:465?tls.servername=relay.example.org',
])('takes SMTP_URL=%s', (SMTP_URL) => expect(fault({ SMTP_URL })).toBe(''))

it.each([
  'smtp://you@gmail.com:abcd efgh ijkl mnop@smtp.gmail.com:587',
  'smtp://you@gmail.com:abcd%20efgh%20ijkl%20mnop@smtp.gmail.com:587',
  'smtp://you@gmail.com:abcd%C2%A0efgh%C2%A0ijkl%C2%A0mnop@smtp.gmail.com:587',
])('names the spaces of a pasted app password in %s', (SMTP_URL) => {
  expect(fault({ SMTP_URL })).toMatch(/^SMTP_URL: holds spaces\./)
})

it.each([
  'smtp.gmail.com',
  'https://mail.example.org',
  'smtp://relay:pass#word@mail.example.org',
  'smtp://relay:100%@mail.example.org',
])('refuses SMTP_URL=%s and does not repeat it', (SMTP_URL) => {
  expect(fault({ SMTP_URL })).toMatch(/^SMTP_URL: must be smtp:/)
  expect(fault({ SMTP_URL })).not.toContain(SMTP_URL)
})

it.each([
  'shows@example.org',
  'ShareMyShows <shows@example.org>',
  'Zoë’s shows <shows@example.org>',
  '"Shows, Inc" <a@b.org>',
])('takes MAIL_FROM=%s', (MAIL_FROM) => expect(fault({ MAIL_FROM })).toBe(''))

it.each([
  'ShareMyShows',
  'shows@example.org, bo@example.org',
  'Shows <a@b.org>\r\nBcc: eve@example.org',
  'Shows a@b.org',
])('refuses MAIL_FROM=%s', (MAIL_FROM) => expect(fault({ MAIL_FROM })).toMatch(/^MAIL_FROM: must be/))
