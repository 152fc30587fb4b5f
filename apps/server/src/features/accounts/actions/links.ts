import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { DAY_SECONDS, inSeconds, LINK_PAUSE_SECONDS, LINK_SECONDS, LINKS_A_DAY } from '../rules.ts'
import { insertLink, type LinkPurpose, type LinkRow, linksSince } from '../store/links.ts'
import { hashToken, mintToken } from './tokens.ts'

/** Makes a link for a mail to this address and gives its token, which is kept nowhere else. */
export async function makeLink(
  tx: Tx,
  secret: string,
  purpose: LinkPurpose,
  person: { id: string; email: string },
): Promise<string> {
  const token = mintToken('ml')
  await insertLink(tx, {
    hash: hashToken(secret, token),
    user_id: person.id,
    purpose,
    email: person.email,
    expires_at: inSeconds(LINK_SECONDS[purpose]),
  })
  return token
}

/** How long a link of this purpose works, in minutes, as its mail says. */
export const linkMinutes = (purpose: LinkPurpose): number => LINK_SECONDS[purpose] / 60

/** The link when it may be followed for one of these purposes, else why not. */
export function judgeLink(link: LinkRow | undefined, purposes: readonly LinkPurpose[]): LinkRow | Refusal {
  if (link === undefined || !purposes.includes(link.purpose)) return refuse('link_invalid')
  if (link.used_at !== null) return refuse('link_used')
  return Date.parse(link.expires_at) < Date.now() ? refuse('link_expired') : link
}

/** Seconds until another link of this purpose may be mailed to a person; 0 when it may be now. */
export async function linkPause(
  tx: Tx,
  userId: string,
  purpose: LinkPurpose,
  pause = LINK_PAUSE_SECONDS,
): Promise<number> {
  const mailed = await linksSince(tx, userId, purpose, inSeconds(-DAY_SECONDS))
  const next = Math.max(at(mailed[0]) + pause * 1000, at(mailed[LINKS_A_DAY - 1]) + DAY_SECONDS * 1000)
  return Math.max(0, Math.ceil((next - Date.now()) / 1000))
}

const at = (time: string | undefined): number => (time === undefined ? 0 : Date.parse(time))
