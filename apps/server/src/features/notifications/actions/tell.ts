import type { Tx } from '../../../platform/db/connect.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { tellEach } from '../../../platform/live/live.ts'
import { insertNotifications, type News } from '../store.ts'

/**
 * Tells people what happened, each where she wants to hear of it, in the transaction in which it happens: all at once,
 * however many they are. Mails are sent by a job.
 */
export async function tell(tx: Tx, news: News): Promise<void> {
  const to = [...new Set(news.to)].filter((person) => person !== news.actorId)
  if (to.length === 0) return
  const written = await insertNotifications(tx, to, news)
  const shown = written.filter(({ in_app }) => in_app)
  await tellEach(
    tx,
    'notification',
    shown.map(({ person_id, id }) => ({ userId: person_id, id })),
  )
  if (written.some(({ mailed }) => mailed)) await enqueue(tx, 'mail-notifications', {})
}
