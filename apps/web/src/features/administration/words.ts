import type { Role } from '@sharemyshows/contract/accounts'
import type { AuditAct, AuditEvent } from '@sharemyshows/contract/audit'

/** What the roles are called. */
export const ROLE_NAMES: Record<Role, string> = {
  attendee: 'Attendee',
  organizer: 'Organiser',
  moderator: 'Moderator',
  admin: 'Admin',
}

export const ROLES = Object.keys(ROLE_NAMES) as Role[]

/** What somebody may do in a role, in a sentence. */
export const ROLE_POWERS: Record<Role, string> = {
  attendee: 'Keeps a diary, and edits the shows they were at.',
  organizer: 'Keeps a diary, and puts shows on.',
  moderator: 'Looks after shows, comments and duplicates. Sees nothing that is private.',
  admin: 'Moderates, and looks after accounts and this server. Sees nothing that is private.',
}

/** What the acts of the trail are called, for the filter. */
export const ACT_NAMES: Record<AuditAct, string> = {
  founded: 'Server founded',
  sign_ins_refused: 'Sign-ins refused',
  mfa_enabled: 'Two-step sign-in on',
  mfa_disabled: 'Two-step sign-in off',
  mfa_reset: 'Two-step sign-in taken off by an admin',
  recovery_codes_made: 'Recovery codes made',
  recovery_code_used: 'Recovery code used',
  password_changed: 'Password changed',
  password_reset: 'Password reset by mail',
  email_changed: 'E-mail changed',
  session_ended: 'Device signed out',
  sessions_ended: 'All devices signed out',
  role_changed: 'Role changed',
  suspended: 'Suspended',
  reinstated: 'Reinstated',
  settings_changed: 'Settings changed',
  mood_rule_changed: 'Music of a mood changed',
  invitation_made: 'Invitation made',
  invitation_revoked: 'Invitation taken back',
  invitation_used: 'Invitation used',
  organizer_requested: 'Asked to organise',
  organizer_granted: 'Made an organiser',
  organizer_declined: 'Not made an organiser',
  export_made: 'Export made',
  account_deleting: 'Account leaves',
  account_kept: 'Account kept after all',
  account_deleted: 'Account deleted',
  case_decided: 'Report decided',
}

export const ACTS = Object.keys(ACT_NAMES) as AuditAct[]

/** How the small facts of a line are called, in the order in which they are said. */
const DETAIL_NAMES: Record<string, string> = {
  name: 'name',
  registration: 'registration',
  organizers: 'organisers',
  before: 'from',
  after: 'to',
  role: 'as',
  method: 'by',
}
const ORDER = Object.keys(DETAIL_NAMES)

/** The small facts of a line, "from attendee to admin". */
export function sayDetails(details: AuditEvent['details']): string {
  return Object.entries(details)
    .toSorted(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))
    .map(([name, value]) => sayDetail(name, value))
    .filter(Boolean)
    .join(', ')
    .replace(', to ', ' to ')
}

function sayDetail(name: string, value: AuditEvent['details'][string]): string {
  const label = DETAIL_NAMES[name] ?? name.replaceAll('_', ' ')
  if (value === true) return label
  if (value === false || value === null) return ''
  const role = ROLES.find((one) => one === value)
  return `${label} ${role ? ROLE_NAMES[role].toLowerCase() : String(value).replaceAll('_', ' ')}`
}
