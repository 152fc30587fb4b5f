import { compose } from '../../platform/mail/compose.ts'
import type { Message } from '../../platform/mail/message.ts'

export type Invited = { email: string; inviter: string; organizer: boolean; url: string; days: number }

/** Brings somebody an invitation. */
export function invitationMail(home: string, { email, inviter, organizer, url, days }: Invited): Message {
  return compose({
    to: email,
    name: email,
    names: [inviter],
    home,
    subject: `${inviter} invites you to ShareMyShows`,
    preview: 'A diary for the concerts you were at, and those to come.',
    heading: 'You are on the guest list',
    paragraphs: [
      `${inviter} invites you to ShareMyShows: a diary for the concerts you were at, with the setlists, the photos and the people.`,
      ...(organizer ? ['You are invited as an organiser, somebody who puts shows on.'] : []),
    ],
    button: { label: 'Accept the Invitation', href: url },
    expiry: `The button works once, for ${days === 1 ? '1 day' : `${days} days`}.`,
    security: 'If you do not know who this is, leave it unopened: without you nothing happens.',
  })
}
