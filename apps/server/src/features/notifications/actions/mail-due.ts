import type { Db, Tx } from '../../../platform/db/connect.ts'
import { transact } from '../../../platform/db/transact.ts'
import { queueMail } from '../../../platform/mail/message.ts'
import { type Mailed, notificationMail } from '../mails.ts'
import { markMailed, takeDue } from '../store.ts'

const A_TIME = 100

/** What is mailed of a notification as its person may read it now; undefined when nothing is. */
export type ReadMailed = (tx: Tx, personId: string, id: string) => Promise<Omit<Mailed, 'home'> | undefined>

/**
 * Mails what is due, some in one transaction: it is marked with the mails that are queued, so that it may be done twice
 * at once, and be stopped anywhere. What was read meanwhile, or is no longer to be seen, is not mailed.
 */
export async function mailDue(
  { db, home, readMailed }: { db: Db; home: string; readMailed: ReadMailed },
  signal: AbortSignal,
): Promise<void> {
  const some = async (tx: Tx) => {
    const due = await takeDue(tx, A_TIME)
    for (const { id, person_id } of due) {
      const mailed = await readMailed(tx, person_id, id)
      if (mailed !== undefined) await queueMail(tx, notificationMail({ home, ...mailed }))
    }
    await markMailed(
      tx,
      due.map(({ id }) => id),
    )
    return due.length
  }
  while (!signal.aborted && (await transact(db, some)) === A_TIME);
}
