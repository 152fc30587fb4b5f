import { ApiProblem } from '@/lib/problem'

type Gone = { title: string; lead: string }

const GONE = {
  link_invalid: {
    title: 'This link does not work',
    lead: 'Perhaps a part of it was cut off, or a newer one took its place.',
  },
  link_expired: {
    title: 'This link has expired',
    lead: 'Links work for a short while only, for your safety.',
  },
  identity_taken: {
    title: 'This address is taken',
    lead: 'Somebody else uses it here by now. Choose another one in your settings.',
  },
  link_used: { title: 'This link was used', lead: 'Each works once.' },
} as const

/** What to say of a mailed link that leads nowhere any more; undefined for any other failure. */
export function sayGone(error: unknown): Gone | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return (GONE as Partial<Record<string, Gone>>)[error.code]
}
