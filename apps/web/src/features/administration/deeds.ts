import type { Role } from '@sharemyshows/contract/accounts'
import type { Account } from '@sharemyshows/contract/administration'
import type { AccountDeed } from './api'
import { ROLE_NAMES, ROLE_POWERS, ROLES } from './words'

/** A deed as it is offered, asked about and reported. */
export type OfferedDeed = {
  deed: AccountDeed
  label: string
  danger?: boolean
  title: string
  description: string
  confirmLabel: string
  done: string
}

const article = (word: string) => (/^[AEIOU]/.test(word) ? 'an' : 'a')

/** What an admin can do with an account; with her own, less. */
export function deedsFor(account: Account, own: boolean): OfferedDeed[] {
  const { username, role, suspended_at, mfa_enabled } = account
  const roles = ROLES.filter((one) => one !== role).map((one) => roleDeed(username, one))
  if (own) return roles
  return [
    ...roles,
    signOutDeed(username),
    ...(mfa_enabled ? [resetMfaDeed(username)] : []),
    suspended_at === null ? suspendDeed(username) : reinstateDeed(username),
  ]
}

function roleDeed(username: string, role: Role): OfferedDeed {
  const name = ROLE_NAMES[role].toLowerCase()
  const words = `${article(ROLE_NAMES[role])} ${name}`
  return {
    deed: { what: 'role', role },
    label: `Make ${words}`,
    title: `Make ${username} ${words}?`,
    description: `${ROLE_NAMES[role]}: ${ROLE_POWERS[role]} It takes effect at once.`,
    confirmLabel: `Make ${words}`,
    done: `${username} is ${words} now`,
  }
}

const signOutDeed = (username: string): OfferedDeed => ({
  deed: { what: 'sign-out' },
  label: 'Sign out everywhere',
  title: `Sign ${username} out everywhere?`,
  description: 'It takes effect at once, on every device. Signing in again needs the password.',
  confirmLabel: 'Sign out',
  done: `${username} is signed out`,
})

const resetMfaDeed = (username: string): OfferedDeed => ({
  deed: { what: 'reset-mfa' },
  label: 'Take two-step sign-in off',
  danger: true,
  title: `Take two-step sign-in off for ${username}?`,
  description:
    'For somebody who lost the phone and the recovery codes. Be sure that it is really them who ask: afterwards the password alone is enough. All devices are signed out, and a mail tells them.',
  confirmLabel: 'Take it off',
  done: `${username} can sign in with the password alone`,
})

const suspendDeed = (username: string): OfferedDeed => ({
  deed: { what: 'suspend' },
  label: 'Suspend',
  danger: true,
  title: `Suspend ${username}?`,
  description:
    'They are signed out at once and cannot sign in again. Nothing of theirs is deleted, and others see it as before.',
  confirmLabel: 'Suspend',
  done: `${username} is suspended`,
})

const reinstateDeed = (username: string): OfferedDeed => ({
  deed: { what: 'reinstate' },
  label: 'Reinstate',
  title: `Reinstate ${username}?`,
  description: 'They can sign in again, and find everything as it was.',
  confirmLabel: 'Reinstate',
  done: `${username} can sign in again`,
})
