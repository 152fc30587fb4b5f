import type { ModerationAction, ReportTarget } from '@sharemyshows/contract/moderation'

/** What somebody reports: whose it is, if it is one person's, and what it says. */
export type Reported = { person_id: string | null; show_id: string | null; excerpt: string }

/** What was reported is kept for moderators as far as this. */
export const MOST_EXCERPT = 500

/** Reports of one case that a moderator is shown. */
export const MOST_SHOWN = 50

const things: Record<ReportTarget, string> = {
  show: 'event',
  photo: 'photo',
  audio: 'recording',
  video: 'video',
  comment: 'comment',
  message: 'message',
  person: 'profile',
}

/** True for what can be decided about something that is nobody's alone. */
export const needsNobody = (action: ModerationAction): boolean => action === 'dismiss'

/** What the person is told whose thing it is; nothing when it is dismissed. */
export function wordsOf(action: ModerationAction, target: ReportTarget, reason: string): string | undefined {
  switch (action) {
    case 'dismiss':
      return undefined
    case 'warn':
      return `The moderators ask you to mind your ${things[target]}: ${reason}`
    case 'remove':
      if (target === 'show') return `The moderators took your event out of sight: ${reason}`
      if (target === 'person') return `The moderators cleared your profile: ${reason}`
      return `The moderators took down your ${things[target]}: ${reason}`
    case 'suspend':
      return `Your account is suspended: ${reason}`
  }
}

/** What those are told who reported it. */
export const THANKS = 'The moderators looked at what you reported. Thank you for telling them.'
