import { isRefusal, problems, type Refusal } from '@sharemyshows/contract/errors'
import { resetMfa } from '../../apps/server/src/features/accounts/actions/reset-mfa.ts'
import { changeStanding } from '../../apps/server/src/features/accounts/actions/standing.ts'
import { findByIdentifier, type UserRow } from '../../apps/server/src/features/accounts/store.ts'
import { createAudit } from '../../apps/server/src/features/audit/feature.ts'
import type { Db, Tx } from '../../apps/server/src/platform/db/connect.ts'
import { transact } from '../../apps/server/src/platform/db/transact.ts'

/** A wish that cannot be granted, in a sentence for whoever holds the server. */
export class Unable extends Error {}

type Command = (db: Db, home: string, who: string) => Promise<string>

/** What whoever holds the server can do without being anybody on it; each gives a sentence on what was done. */
export const commands: Record<'list' | 'promote' | 'reset-mfa', Command> = {
  list: async (db) => {
    const admins = await db
      .selectFrom('users')
      .select(['username', 'email', 'suspended_at'])
      .where('role', '=', 'admin')
      .orderBy('id')
      .execute()
    const lines = admins.map(
      (one) => `${one.username} <${one.email}>${one.suspended_at ? ' (suspended)' : ''}`,
    )
    return lines.join('\n') || 'Nobody is an admin here.'
  },
  promote: async (db, _home, who) => {
    const user = await find(db, who)
    await act(db, (tx) =>
      changeStanding(tx, createAudit({ db }), null, user.id, { role: 'admin', suspended: false }),
    )
    return `${user.username} is an admin now.`
  },
  'reset-mfa': async (db, home, who) => {
    const user = await find(db, who)
    await act(db, (tx) => resetMfa(tx, { audit: createAudit({ db }), home }, null, user.id))
    return `${user.username} can sign in with the password alone now, and was told by mail.`
  },
}

async function find(db: Db, who: string): Promise<UserRow> {
  const user = await findByIdentifier(db, who)
  if (user === undefined) throw new Unable(`Nobody here is called ${who}.`)
  return user
}

async function act(db: Db, work: (tx: Tx) => Promise<Refusal | undefined>): Promise<void> {
  const refusal = await transact(db, work)
  if (isRefusal(refusal)) throw new Unable(problems[refusal.refused][1])
}
