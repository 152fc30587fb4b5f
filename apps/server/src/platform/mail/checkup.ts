import { lookup } from 'node:dns/promises'
import path from 'node:path'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { newId } from '../db/ids.ts'
import {
  aboutConnecting,
  aboutLooking,
  aboutSender,
  aboutSending,
  aboutSigningIn,
  type Place,
} from './checkup-words.ts'
import { intoFolder } from './folder.ts'
import { mailFolder } from './mail.ts'
import type { Message, QueuedMessage } from './message.ts'
import { createSender, isLoopback, smtpOptions } from './smtp.ts'
import type { SmtpFault } from './verdict.ts'

export type MailSettings = { smtpUrl: string | null; mailFrom: string; dataDir: string }

/** One thing that was tried, and what came of it, for people. */
export type Finding = { fine: boolean; says: string }

const fine = (says: string): Finding => ({ fine: true, says })

/** Sends one mail as the product would, step by step, and says what it finds; the first fault is the last finding. */
export async function* checkMail(settings: MailSettings, message: Message): AsyncGenerator<Finding> {
  const mail: QueuedMessage = { id: newId(), ...message }
  const { smtpUrl } = settings
  if (smtpUrl === null) return yield* keep(settings, mail)
  const steps = [
    [readSender, aboutSender],
    [look, aboutLooking],
    [connect, aboutConnecting],
    [signIn, aboutSigningIn],
    [send, aboutSending],
  ] as const
  const visit: Visit = { ...settings, smtpUrl, mail, place: placeOf(smtpUrl), open: undefined }
  try {
    for (const [step, about] of steps) {
      try {
        yield fine(await step(visit))
      } catch (error) {
        return yield { fine: false, says: about(error as SmtpFault, visit.place) }
      }
    }
  } finally {
    visit.open?.close()
  }
}

type Visit = Omit<MailSettings, 'smtpUrl'> & {
  smtpUrl: string
  mail: QueuedMessage
  place: Place
  open: SMTPConnection | undefined
}

async function* keep({ dataDir, mailFrom }: MailSettings, mail: QueuedMessage): AsyncGenerator<Finding> {
  const folder = mailFolder(dataDir)
  await intoFolder(folder, mailFrom)(mail)
  yield fine('No SMTP_URL is set, so no mail leaves this machine: each becomes a file.')
  yield fine(`This one is ${path.join(folder, `${mail.id}.eml`)}`)
}

function placeOf(url: string): Place {
  const { host = 'localhost', port, secure = false, auth } = smtpOptions(url)
  return { host, port: Number(port ?? (secure ? 465 : 587)), secure, user: auth?.user }
}

/** The default sender is good for files only. */
async function readSender({ mailFrom, place }: Visit): Promise<string> {
  if (!isLoopback(place.host) && /@localhost>?$/.test(mailFrom))
    throw new Error('nobody answers at localhost')
  return `Mails come from ${mailFrom}.`
}

async function look({ place }: Visit): Promise<string> {
  const found = await lookup(place.host.replaceAll(/[[\]]/g, ''), { all: true })
  return `${place.host} is ${found.map(({ address }) => address).join(', ')}.`
}

async function connect(visit: Visit): Promise<string> {
  const connection = new SMTPConnection(smtpOptions(visit.smtpUrl))
  visit.open = connection
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  const { host, port, secure } = visit.place
  const how = secure ? 'by TLS' : connection.secure ? 'by STARTTLS' : 'in the clear'
  return `It listens on ${host}, port ${port}, and speaks ${how}.`
}

async function signIn({ smtpUrl, open, place }: Visit): Promise<string> {
  const { auth } = smtpOptions(smtpUrl)
  if (auth === undefined || open === undefined) return 'SMTP_URL names no user, so nobody signs in.'
  if (!open.allowsAuth) return 'It asks nobody to sign in; the user in SMTP_URL is not needed.'
  await new Promise<void>((resolve, reject) => {
    open.login(auth, (error) => (error ? reject(error) : resolve()))
  })
  return `It knows ${place.user} and the password.`
}

async function send({ smtpUrl, mailFrom, mail }: Visit): Promise<string> {
  const answer = await createSender(smtpUrl, mailFrom)(mail)
  return `It took the mail from ${mailFrom} to ${mail.to}, and said: ${answer}`
}
