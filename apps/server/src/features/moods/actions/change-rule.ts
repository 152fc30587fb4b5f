import { isRefusal, type Refusal } from '@sharemyshows/contract/errors'
import type { Mood } from '@sharemyshows/contract/moods'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Audit } from '../../audit/feature.ts'
import { ruleOwner } from '../policy.ts'
import { effectiveRules, merged, type RuleChange } from '../rules.ts'
import { deleteRule, findRules, upsertRule } from '../store/rules.ts'

export type Scope = { audit: Audit; actor: Actor; mood: Mood; forWhom: 'me' | 'everyone' }

/** Says what music fits a mood; gives whose rules that changed, null for everybody's. */
export async function changeRule(
  tx: Tx,
  { audit, actor, mood, forWhom }: Scope,
  change: RuleChange,
): Promise<{ id: string | null } | Refusal> {
  const owner = ruleOwner(actor, forWhom)
  const fields = Object.keys(change)
  if (isRefusal(owner) || fields.length === 0) return owner
  const before = effectiveRules(await findRules(tx, owner.id))[mood]
  await upsertRule(tx, owner.id, mood, merged(before, change), change)
  if (owner.id === null) await record(tx, audit, actor, mood, fields.join(', '))
  return owner
}

/** Takes back what was said of a mood, by the actor or by the operator. */
export async function resetRule(
  tx: Tx,
  { audit, actor, mood, forWhom }: Scope,
): Promise<{ id: string | null } | Refusal> {
  const owner = ruleOwner(actor, forWhom)
  if (isRefusal(owner)) return owner
  const deleted = await deleteRule(tx, owner.id, mood)
  if (deleted && owner.id === null) await record(tx, audit, actor, mood, 'reset')
  return owner
}

const record = (tx: Tx, audit: Audit, actor: Actor, mood: Mood, changed: string) =>
  audit.record(tx, { actor: actor.id, act: 'mood_rule_changed', details: { mood, changed } })
