import { addAbortListener } from 'node:events'
import path from 'node:path'
import type { JobContext, JobHandlers } from '../jobs/jobs.ts'
import { DeliveryError } from './delivery.ts'
import { intoFolder } from './folder.ts'
import type { QueuedMessage } from './message.ts'
import { bySmtp } from './smtp.ts'

export type MailOptions = { smtpUrl: string | null; mailFrom: string; dataDir: string }

/** Mail: sent by SMTP where a server is named, else kept as files under `dataDir/mail`. */
export function createMail({ smtpUrl, mailFrom, dataDir }: MailOptions): { jobs: JobHandlers } {
  const deliver =
    smtpUrl === null ? intoFolder(path.join(dataDir, 'mail'), mailFrom) : bySmtp(smtpUrl, mailFrom)

  const sendMail = async (message: QueuedMessage, { signal, log, lastAttempt }: JobContext) => {
    try {
      await unlessStopped(signal, deliver(message))
    } catch (error) {
      const final = error instanceof DeliveryError && error.final
      if (!final && !lastAttempt) throw error
      log.error({ mail: message.id, reason: (error as Error).message }, 'a mail could not be sent')
    }
  }
  return { jobs: { 'send-mail': sendMail } }
}

/** Gives up waiting when the process is told to stop: a slow server must not hold it, and the mail is tried again. */
async function unlessStopped(signal: AbortSignal, sending: Promise<void>): Promise<void> {
  const stopped = Promise.withResolvers<never>()
  const listening = addAbortListener(signal, () => stopped.reject(new DeliveryError('interrupted', false)))
  try {
    await Promise.race([sending, stopped.promise])
  } finally {
    listening[Symbol.dispose]()
  }
}
