import { ApiProblem } from '@/lib/problem'

/** What to say of a mailed link that leads nowhere any more. */
export const GONE = {
  link_invalid: {
    title: 'This link does not work',
    lead: 'Perhaps a part of it was cut off, or a newer one took its place.',
  },
  link_expired: {
    title: 'This link has expired',
    lead: 'Links work for a short while only, for your safety.',
  },
  link_used: { title: 'This link was used', lead: 'Each works once.' },
  identity_taken: {
    title: 'This address is taken',
    lead: 'Somebody else uses it here by now. Choose another one in your settings.',
  },
} as const

export type GoneCode = keyof typeof GONE

/** Why a mailed link leads nowhere any more; undefined when something else failed and another try may help. */
export function goneBecause(error: unknown): GoneCode | undefined {
  if (!(error instanceof ApiProblem) || !Object.hasOwn(GONE, error.code)) return undefined
  return error.code as GoneCode
}
