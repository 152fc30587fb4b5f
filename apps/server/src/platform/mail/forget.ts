import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../db/connect.ts'
import type { Leaver } from '../db/forget.ts'
import { forgetJobs } from '../jobs/forget.ts'
import { ABOUT, markOf } from './about.ts'
import { forgetRefusal } from './refused.ts'

const PAUSE_MS = 250

/**
 * Lets go of a person's mails: those that wait, the note that her address was refused, and those kept as files. One that
 * is being sent at this moment is waited for: then there is more to do.
 */
export async function forgetMails(db: Db, folder: string, leaver: Leaver): Promise<boolean> {
  const running = await forgetJobs(db, [leaver.email, leaver.id])
  if (running > 0) {
    await pause(PAUSE_MS)
    return true
  }
  await forgetRefusal(db, leaver.email)
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name)
    if (speaksOf(await readFile(file, 'utf8').catch(() => ''), leaver)) await rm(file, { force: true })
  }
  return false
}

/** True for a mail to a person, or one that speaks of her. */
function speaksOf(mail: string, { username, email }: Leaver): boolean {
  const [head = ''] = mail.split('\r\n\r\n', 1)
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const about = lines.find((line) => line.toLowerCase().startsWith(`${ABOUT.toLowerCase()}:`)) ?? ''
  return [username, email].some((name) => about.includes(markOf(name)))
}
