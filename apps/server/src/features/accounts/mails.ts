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

/** "10 minutes", "24 hours", "7 days". */
function lasting(minutes: number): string {
  const [count, unit] =
    minutes >= 2880 ? [minutes / 1440, 'day'] : minutes >= 60 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  return `${Math.floor(count)} ${unit}${Math.floor(count) === 1 ? '' : 's'}`
}

const once = (minutes: number) => `Works once, for ${lasting(minutes)}.`

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
    preview: byCode ? 'Your code is inside.' : 'Tell us that this address is yours.',
    heading: 'You are on the list',
    paragraphs: byCode
      ? ['Your concert diary is ready. Enter this code on the page you came from, and you are in.']
      : ['Your concert diary is ready. One thing is left: tell us that this address is yours.'],
    ...(byCode && { code: letter.code }),
    button: {
      label: 'Verify My Account',
      href: byCode
        ? codeLink(home, person.email, letter.code)
        : tokenLink(home, 'verify-email', letter.token),
    },
    expiry: once(minutes),
    security:
      'If you did not sign up, somebody typed your address by mistake. Leave this alone, and your address stays unconfirmed.',
  })
}

/** The code of a sign-in. Whoever asked for it knew the password: that is the warning. */
export function loginCodeMail(person: Recipient, { home, code, minutes }: CodeLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Your ShareMyShows Login Code',
    preview: once(minutes),
    heading: 'Your login code',
    paragraphs: ['Enter this code where you are logging in.'],
    code,
    button: { label: 'Complete Login', href: codeLink(home, person.email, code) },
    expiry: once(minutes),
    security:
      'If this was not you, somebody may have your password. Do not pass the code on to anybody, and change your password now. Nobody from this server will ever ask you for a code.',
  })
}

/** The code that switches the second factor on. */
export function enableMfaMail(person: Recipient, { home, code, minutes }: CodeLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Enable Multi-Factor Authentication - ShareMyShows',
    preview: `The code inside switches it on. ${once(minutes)}`,
    heading: 'Your second lock',
    paragraphs: [
      'Enter this code in your settings. From then on, logging in takes your password and a code.',
      'You will be logged out everywhere, and log in again with both.',
    ],
    code,
    button: { label: 'Complete MFA Setup', href: codeLink(home, person.email, code, 'enable') },
    expiry: once(minutes),
    security:
      'If this was not you, somebody is logged in as you and knows your password. Change it now, and end the sessions you do not know in your settings.',
  })
}

/** The way back for somebody who forgot the password. */
export function resetMail(person: Recipient, { home, token, minutes }: LinkLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Choose a new ShareMyShows password',
    preview: once(minutes),
    heading: 'A new password',
    paragraphs: [
      'You asked for a way to choose a new password. Here it is.',
      'You will be logged out everywhere. A second factor stays on.',
    ],
    button: { label: 'Choose a New Password', href: tokenLink(home, 'reset-password', token) },
    expiry: once(minutes),
    security: 'If you did not ask for this, leave it alone: your password stays as it is.',
  })
}

/** Asks whoever reads the new address whether it is theirs. */
export function verifyAddressMail(person: Recipient, { home, token, minutes }: LinkLetter): Message {
  return letterTo(person, {
    home,
    subject: 'Confirm your e-mail address - ShareMyShows',
    preview: once(minutes),
    heading: 'Is this your address?',
    paragraphs: [
      `${person.username} wants to use ${person.email} on ShareMyShows. If that is you, confirm it.`,
    ],
    button: { label: 'Confirm My Address', href: tokenLink(home, 'verify-email', token) },
    expiry: once(minutes),
    security:
      'If this was not you, somebody typed your address by mistake. Leave this alone, and nothing will happen.',
  })
}

export type Notice = {
  home: string
  subject: string
  heading: string
  paragraphs: readonly string[]
  /** Others whom it names. */
  names?: readonly string[]
  button?: { label: string; href: string }
}

/** Tells somebody what happened with the account. */
export function noticeMail(person: Recipient, notice: Notice): Message {
  return letterTo(person, { preview: notice.paragraphs[0] ?? notice.heading, ...notice })
}

/** Tells somebody of a change that a thief could have made, with the way to look after it. */
export const securityMail = (
  person: Recipient,
  home: string,
  words: Pick<Notice, 'subject' | 'heading' | 'paragraphs'>,
): Message =>
  noticeMail(person, {
    home,
    ...words,
    button: { label: 'Look at My Security Settings', href: `${home}/settings/security` },
  })

const day = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(moment))

/** Says that the account ends, and until when it can be kept; `leavesAt` is null when it is removed at once. */
export const leavingMail = (
  person: Recipient,
  { home, leavesAt }: { home: string; leavesAt: string | null },
): Message =>
  leavesAt === null
    ? noticeMail(person, {
        home,
        subject: 'Your ShareMyShows account is being deleted',
        heading: 'Goodbye, and thank you',
        paragraphs: [
          'You asked us to delete your account, and we have begun. Your diary, your photos and your address go; nobody can bring them back.',
          'This is the last mail from us.',
        ],
      })
    : noticeMail(person, {
        home,
        subject: 'Your ShareMyShows account will be deleted',
        heading: 'You can still change your mind',
        paragraphs: [
          `Nobody else sees your account any more. On ${day(leavesAt)} it will be deleted with your diary and your photos.`,
          'Until then, log in and choose “Keep my account”. If it was not you who asked for this, do that now and change your password.',
        ],
        button: { label: 'Keep My Account', href: `${home}/settings/data` },
      })

/** Says that the account stays after all. */
export const keptMail = (person: Recipient, { home }: { home: string }): Message =>
  noticeMail(person, {
    home,
    subject: 'Your ShareMyShows account stays',
    heading: 'Good to have you back',
    paragraphs: ['You kept your account. Everything is as it was, and others see it again.'],
  })
