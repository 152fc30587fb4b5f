import type {
  ModerationAction,
  ModerationCase,
  ReportReason,
  ReportTarget,
} from '@sharemyshows/contract/moderation'

/** What can be wrong with a thing, the most common first. */
export const REASONS: readonly { value: ReportReason; label: string; hint: string }[] = [
  { value: 'spam', label: 'Spam', hint: 'Advertising, or the same thing everywhere.' },
  { value: 'harassment', label: 'Harassment', hint: 'It goes after somebody.' },
  { value: 'hate', label: 'Hate', hint: 'It looks down on people for what they are.' },
  { value: 'violence', label: 'Violence', hint: 'It threatens or glorifies it.' },
  { value: 'sexual', label: 'Sexual', hint: 'It has no place at a concert.' },
  { value: 'privacy', label: 'Privacy', hint: 'It shows somebody who did not agree to it.' },
  { value: 'copyright', label: 'Rights', hint: 'It is somebody else’s work.' },
  { value: 'wrong', label: 'Wrong facts', hint: 'It is not what it says it is.' },
  { value: 'other', label: 'Something else', hint: 'Say what below.' },
]

export const sayReason = (reason: ReportReason): string =>
  REASONS.find(({ value }) => value === reason)?.label ?? reason

const TARGETS: Record<ReportTarget, string> = {
  show: 'Show',
  photo: 'Photo',
  audio: 'Recording',
  video: 'Video',
  comment: 'Comment',
  message: 'Message',
  person: 'Profile',
}

export const sayTarget = (target: ReportTarget): string => TARGETS[target]

/** What was decided, in a word. */
export const DECIDED: Record<ModerationAction, string> = {
  dismiss: 'Dismissed',
  warn: 'Warned',
  remove: 'Taken down',
  suspend: 'Suspended',
}

export type Choice = { value: ModerationAction; label: string; hint: string }

const REMOVES: Record<ReportTarget, { label: string; hint: string }> = {
  show: { label: 'Take it out of sight', hint: 'Only those who have it in their diary see it after that.' },
  photo: { label: 'Take it down', hint: 'The photo is gone for everybody, its owner too.' },
  audio: { label: 'Take it down', hint: 'The recording is gone for everybody, its owner too.' },
  video: { label: 'Take it down', hint: 'The video is gone for everybody, its owner too.' },
  comment: { label: 'Take it down', hint: 'The comment is gone for everybody.' },
  message: { label: 'Take it down', hint: 'The words are gone for everybody.' },
  person: { label: 'Clear the profile', hint: 'Picture, name and words of it go; the username stays.' },
}

/** What can be done about a case; about what is nobody’s alone there is nothing to do. */
export function choicesOf({ target, person, exists }: ModerationCase): Choice[] {
  const dismiss: Choice = { value: 'dismiss', label: 'Dismiss', hint: 'Nothing is wrong with it.' }
  if (person === null) return [dismiss]
  const name = person.display_name ?? person.username
  return [
    dismiss,
    { value: 'warn', label: 'Warn', hint: `${name} is told your reason.` },
    ...(exists ? [{ value: 'remove' as const, ...REMOVES[target] }] : []),
    {
      value: 'suspend',
      label: `Suspend ${name}`,
      hint: 'Signed out and hidden from everybody until an admin reinstates the account.',
    },
  ]
}
