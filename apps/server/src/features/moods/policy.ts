import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { type Actor, includesRole } from '../../platform/http/actor.ts'

/** Whose rules somebody changes: her own, or with null those that everybody has, which are the operator's to change. */
export const ruleOwner = (actor: Actor, forWhom: 'me' | 'everyone'): { id: string | null } | Refusal => {
  if (forWhom === 'me') return { id: actor.id }
  return includesRole(actor, 'admin') ? { id: null } : refuse('forbidden')
}
