import { compose } from '../../platform/mail/compose.ts'
import type { Letter } from '../../platform/mail/letter.ts'
import type { Message } from '../../platform/mail/message.ts'

/** Whom a mail of this feature goes to. */
export type Recipient = { username: string; email: string }

/** A mail about a code: `minutes` is how long it works. */
export type CodeLetter = { home: string; code: string; minutes: number }

/** A mail about a link that works once. */
export type LinkLetter = { home: string; token: string; minutes: number }

type Words = Pick<Letter, 'subject' | 'preview' | 'heading' | 'paragraphs' | 'home'> &
  Partial<Pick<Letter, 'code' | 'button' | 'expiry' | 'security'>>

const letterTo = ({ username, email }: Recipient, words: Words): Message =>
  compose({ to: email, name: username, ...words })

/** "10 minutes", "1 hour", "7 days". */
function lasting(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Opens the page with the code filled in; opening it confirms nothing, because mail scanners open links, too. */
const codeLink = (home: string, email: string, code: string, purpose?: 'enable') =>
  `${home}/verify-mfa?${new URLSearchParams({ email, code, ...(purpose && { purpose }) })}`

const tokenLink = (home: string, page: 'verify-email' | 'reset-password', token: string) =>
  `${home}/${page}?${new URLSearchParams({ token })}`

/** The first mail: confirms the address, by a code where the person asked for a second factor, else by a link. */
export function welcomeMail(person: Recipient, letter: CodeLetter | LinkLetter): Message {
  const { home, minutes } = letter
  const byCode = 'code' in letter
  return letterTo(person, {
    home,
    subject: `Welcome ${person.username}! Verify your ShareMyShows account`,
    preview: byCode
      ? 'Your code is inside. Enter it to begin.'
      : 'One press, and this address is yours here.',
    heading: 'You are on the list',
    paragraphs: byCode
      ? ['Your concert diary is ready. Enter this code on the page you came from, or press the button.']
      : ['Your concert diary is ready. One thing is left: tell us that this address is yours.'],
    ...(byCode && { code: letter.code }),
    button: {
      label: 'Verify My Account',
      href: byCode
        ? codeLink(home, person.email, letter.code)
        : tokenLink(home, 'verify-email', letter.token),
    },
    expiry: `${byCode ? 'The code' : 'The button'} works once, for ${lasting(minutes)}.`,
    security:
      'If you did not sign up, somebody typed your address by mistake. You need do nothing: an address that is not confirmed gets no other mail from us.',
  })
}

/** The code of a sign-in. Whoever asked for it knew the password: that is the warning. */
export function loginCodeMail(person: Recipient, { home, code, minutes }: CodeLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Your ShareMyShows Login Code',
    preview: `It works once, for ${lasting(minutes)}.`,
    heading: 'Your login code',
    paragraphs: ['Enter this code where you are logging in, or press the button.'],
    code,
    button: { label: 'Complete Login', href: codeLink(home, person.email, code) },
    expiry: `The code works once, for ${lasting(minutes)}.`,
    security:
      'If this was not you, somebody may have your password. Do not pass the code on to anybody, and change your password now. Nobody from this server will ever ask you for a code.',
  })
}

/** The code that switches the second factor on. */
export function enableMfaMail(person: Recipient, { home, code, minutes }: CodeLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Enable Multi-Factor Authentication - ShareMyShows',
    preview: `The code that switches it on works for ${lasting(minutes)}.`,
    heading: 'Turn on the second lock',
    paragraphs: [
      'Enter this code in your settings, or press the button. From then on, logging in takes your password and a code.',
      'You will be logged out everywhere, and log in again with both.',
    ],
    code,
    button: { label: 'Complete MFA Setup', href: codeLink(home, person.email, code, 'enable') },
    expiry: `The code works once, for ${lasting(minutes)}.`,
    security:
      'If this was not you, somebody is logged in as you and knows your password. Change it now, and end the sessions you do not know in your settings.',
  })
}

/** The way back for somebody who forgot the password. */
export function resetMail(person: Recipient, { home, token, minutes }: LinkLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Choose a new ShareMyShows password',
    preview: `The link works once, for ${lasting(minutes)}.`,
    heading: 'A new password',
    paragraphs: [
      'You asked for a new password. Press the button and choose one.',
      'You will be logged out everywhere. A second factor stays on.',
    ],
    button: { label: 'Choose a New Password', href: tokenLink(home, 'reset-password', token) },
    expiry: `The button works once, for ${lasting(minutes)}.`,
    security: 'If you did not ask for this, leave it unopened: your password stays as it is.',
  })
}

/** Asks whoever reads the new address whether it is theirs. */
export function verifyAddressMail(person: Recipient, { home, token, minutes }: LinkLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Confirm your e-mail address - ShareMyShows',
    preview: `The link works once, for ${lasting(minutes)}.`,
    heading: 'Is this your address?',
    paragraphs: [
      `${person.username} wants to use ${person.email} on ShareMyShows. Press the button if that is you.`,
    ],
    button: { label: 'Confirm My Address', href: tokenLink(home, 'verify-email', token) },
    expiry: `The button works once, for ${lasting(minutes)}.`,
    security:
      'If this was not you, somebody typed your address by mistake. Leave the button alone, and nothing will happen.',
  })
}

export type Notice = {
  home: string
  subject: string
  heading: string
  paragraphs: readonly string[]
  button?: { label: string; href: string }
}

/** Tells somebody what happened with the account. */
export function noticeMail(person: Recipient, notice: Notice): Message {
  return letterTo(person, { preview: notice.paragraphs[0] ?? notice.heading, ...notice })
}
