import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Outcome } from '../provider.ts'
import { FaultAnswer } from './shapes.ts'

export type Fault = Extract<Outcome<unknown>, { ok: false }>

const MOST_CHARS = 200

/** What Spotify says of it, as one line. */
function faultOf(text: string): { message: string; reason: string } {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return { message: '', reason: '' }
  }
  const { message = '', reason = '' } = FaultAnswer.safeParse(body).data?.error ?? {}
  const line = (message ?? '').replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  return { message: line.slice(0, MOST_CHARS), reason: reason ?? '' }
}

/** Its quota is used up: waiting does not help, and asking again makes it worse. */
export const isQuota = (text: string): boolean => faultOf(text).reason === 'QUOTA_EXCEEDED'

/** A "no" of Spotify's as one of ours. `retry_after` says in how many seconds it may be asked again. */
export function refusalOf({ status, text, retryAfter }: Fault): Refusal {
  const { message, reason } = faultOf(text)
  const seconds = retryAfter === null ? {} : { details: { retry_after: retryAfter } }
  if (status === 429) return isQuota(text) ? refuse('provider_quota') : refuse('provider_quota', seconds)
  if (status === null || status < 400 || status >= 500) return refuse('provider_unavailable', seconds)
  if (status === 403 && isPremium(message, reason)) return refuse('premium_required')
  if (status === 404 && (reason === 'NO_ACTIVE_DEVICE' || /\bdevice\b/i.test(message)))
    return refuse('no_active_device')
  return refuse('provider_refused', message === '' ? {} : { message: `Spotify says: ${message}` })
}

/** That of the listener: the one who runs this site needs Premium, too, and a listener cannot buy it for her. */
const isPremium = (message: string, reason: string): boolean =>
  reason === 'PREMIUM_REQUIRED' || (/premium/i.test(message) && !/owner of the app/i.test(message))
