import { describe, expect, it } from 'vitest'
import * as mails from './mails.ts'

const home = 'https://shows.example.org'
const ana = { username: 'ana', email: 'ana+gigs@example.org' }
const code = { home, code: '048291', minutes: 10 }
const link = { home, token: 'a-token_1', minutes: 1440 }

const byCode = 'verify-mfa?email=ana%2Bgigs%40example.org&code=048291'

const templates = [
  {
    mail: mails.welcomeMail(ana, link),
    subject: 'Welcome ana! Verify your ShareMyShows account',
    button: 'Verify My Account',
    opens: 'verify-email?token=a-token_1',
    says: ['24 hours', 'by mistake'],
  },
  {
    mail: mails.welcomeMail(ana, code),
    subject: 'Welcome ana! Verify your ShareMyShows account',
    button: 'Verify My Account',
    opens: byCode,
    says: ['048291', '10 minutes', 'by mistake'],
  },
  {
    mail: mails.loginCodeMail(ana, code),
    subject: 'Your ShareMyShows Login Code',
    button: 'Complete Login',
    opens: byCode,
    says: ['048291', '10 minutes', 'somebody may have your password'],
  },
  {
    mail: mails.enableMfaMail(ana, code),
    subject: 'Enable Multi-Factor Authentication - ShareMyShows',
    button: 'Complete MFA Setup',
    opens: `${byCode}&purpose=enable`,
    says: ['048291', '10 minutes', 'If this was not you'],
  },
  {
    mail: mails.resetMail(ana, { ...link, minutes: 60 }),
    subject: 'Choose a new ShareMyShows password',
    button: 'Choose a New Password',
    opens: 'reset-password?token=a-token_1',
    says: ['1 hour', 'If you did not ask for this'],
  },
  {
    mail: mails.verifyAddressMail(ana, link),
    subject: 'Confirm your e-mail address - ShareMyShows',
    button: 'Confirm My Address',
    opens: 'verify-email?token=a-token_1',
    says: ['ana+gigs@example.org', '24 hours', 'by mistake'],
  },
]

/** The words of a page, as people read them. */
const wordsOf = (html = '') =>
  html
    .replaceAll(/<(style|title)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

describe.each(templates)('$subject', ({ mail, subject, button, opens, says }) => {
  it('has its subject, its button and its link in both parts', () => {
    expect(mail).toMatchObject({ to: ana.email, subject })
    expect(mail.text.split('\n')).toContain(`${home}/${opens}`)
    expect(mail.html).toContain(`href="${`${home}/${opens}`.replaceAll('&', '&amp;')}"`)
    for (const part of [mail.text, wordsOf(mail.html)]) expect(part).toContain(button)
  })

  it('says the same in both parts', () => {
    const words = mail.text.replaceAll(/\s+/g, ' ')
    for (const part of [words, wordsOf(mail.html)]) for (const word of says) expect(part).toContain(word)
  })
})

it('shows a code alone on its line, and large', () => {
  const { text, html } = mails.loginCodeMail(ana, code)
  expect(text).toMatch(/^ {4}048291$/m)
  expect(html).toMatch(/font:700 32px[^"]*letter-spacing:8px[^"]*">048291</)
})

describe('40: hostile words in a mail', () => {
  const hostile = `'"><b data-hostile></b><img src=x onerror="alert(1)"><script>alert(1)</script></title></style>`
  const eve = { username: hostile, email: `"${hostile}"@example.org` }
  const notice = { subject: hostile, heading: hostile, paragraphs: [hostile] }
  const button = { label: hostile, href: `${home}/?${hostile}` }

  it.each([
    mails.welcomeMail(eve, code),
    mails.loginCodeMail(eve, { ...code, code: hostile }),
    mails.verifyAddressMail(eve, { ...link, token: hostile }),
    mails.noticeMail(eve, { home, ...notice, button }),
  ])('stay words', ({ html = '' }) => {
    expect(html).not.toMatch(/<(b|img|script)\b/)
    expect(html.match(/<\/(title|style)>/g)).toHaveLength(2)
    expect(html).toContain('&lt;b data-hostile&gt;')
  })

  it('cannot pass for another paragraph, code or link of the plain text', () => {
    const { text } = mails.verifyAddressMail(
      { ...eve, username: 'eve\n\n    111111\n\nhttps://evil.example/' },
      link,
    )
    expect(text).not.toMatch(/^\s*(111111|https:\/\/evil)/m)
  })
})

it('tells what happened in a notice', () => {
  const { subject, text, html } = mails.noticeMail(ana, {
    home,
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    paragraphs: ['All other sessions have ended.'],
  })
  expect(subject).toBe('Your password was changed')
  expect(text).toContain('Hello ana,\n\nAll other sessions have ended.\n')
  expect(wordsOf(html)).toContain('All other sessions have ended.')
})
