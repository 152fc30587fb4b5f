import { type Refusal, refuse } from '@sharemyshows/contract/errors'

/** What an invitation is judged by. */
export type Offer = { email: string | null; expires_at: string; used_at: string | null }

/** Why an invitation cannot be used; undefined when it can. `email` is that of whoever registers, where it is known. */
export function refuseOffer(offer: Offer, email?: string): Refusal | undefined {
  if (offer.used_at !== null) return refuse('invitation_used')
  if (Date.parse(offer.expires_at) < Date.now()) return refuse('invitation_expired')
  const forAnother =
    email !== undefined && offer.email !== null && offer.email.toLowerCase() !== email.toLowerCase()
  return forAnother
    ? refuse('invitation_for_another', {
        errors: [{ field: 'email', message: 'Use the address that was invited' }],
      })
    : undefined
}
