import { addAbortListener } from 'node:events'
import path from 'node:path'
import type { Db } from '../db/connect.ts'
import type { Forget } from '../db/forget.ts'
import type { JobContext, JobHandlers } from '../jobs/jobs.ts'
import { DeliveryError } from './delivery.ts'
import { intoFolder } from './folder.ts'
import { forgetMails } from './forget.ts'
import type { QueuedMessage } from './message.ts'
import { isRefused, noteRefusal } from './refused.ts'
import { bySmtp } from './smtp.ts'

export type MailOptions = { db: Db; smtpUrl: string | null; mailFrom: string; dataDir: string }

/** Where mails lie that could not be sent by SMTP, because no server is named. */
export const mailFolder = (dataDir: string): string => path.join(dataDir, 'mail')

/** Mail: sent by SMTP where a server is named, else kept as files under `dataDir/mail`. */
export function createMail({ db, smtpUrl, mailFrom, dataDir }: MailOptions): {
  jobs: JobHandlers
  forget: Forget
} {
  const deliver = smtpUrl === null ? intoFolder(mailFolder(dataDir), mailFrom) : bySmtp(smtpUrl, mailFrom)

  const sendMail = async (message: QueuedMessage, { signal, log, lastAttempt }: JobContext) => {
    const idle = await whyNot(db, message)
    if (idle !== undefined) return log.info({ mail: message.id, reason: idle }, 'a mail was not sent')
    try {
      await unlessStopped(signal, deliver(message))
    } catch (error) {
      const verdict = error instanceof DeliveryError ? error.verdict : 'later'
      if (verdict === 'later' && !lastAttempt) throw error
      const reason = (error as Error).message
      if (verdict === 'no_such_address') await noteRefusal(db, message.to, reason)
      log.error({ mail: message.id, reason }, 'a mail could not be sent')
    }
  }
  return {
    jobs: { 'send-mail': sendMail },
    forget: (tx, leaver) => forgetMails(tx, mailFolder(dataDir), leaver),
  }
}

/** Why a mail is better not sent (any more). */
async function whyNot(db: Db, { to, expires_at }: QueuedMessage): Promise<string | undefined> {
  if (expires_at !== undefined && Date.parse(expires_at) <= Date.now()) return 'what it says has expired'
  return (await isRefused(db, to)) ? 'its address was refused' : undefined
}

/** Gives up waiting when the process is told to stop: a slow server must not hold it, and the mail is tried again. */
async function unlessStopped(signal: AbortSignal, sending: Promise<void>): Promise<void> {
  const stopped = Promise.withResolvers<never>()
  const listening = addAbortListener(signal, () => stopped.reject(new DeliveryError('interrupted', 'later')))
  try {
    await Promise.race([sending, stopped.promise])
  } finally {
    listening[Symbol.dispose]()
  }
}
