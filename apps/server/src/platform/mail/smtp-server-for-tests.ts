import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; secure: boolean; user: string | undefined; source: string }

export type TestSmtp = {
  port: number
  /** What the product is given as SMTP_URL to sign in here. */
  url: string
  received: Received[]
  /** What it answers to RCPT from now on; null takes every mail. */
  answer: number | null
  /** The words of that answer, from its enhanced status on. */
  reason?: string | undefined
  close(): Promise<void>
}

/**
 * A real SMTP server that demands STARTTLS (its certificate is self-signed) and the sign-in `relay` / `p@ss word`.
 * `keep` has each mail before its sender hears that it was taken.
 */
export async function startSmtp(keep?: (mail: Received) => Promise<void>): Promise<TestSmtp> {
  const smtp: TestSmtp = { port: 0, url: '', received: [], answer: null, close: async () => {} }
  const server = new SMTPServer({
    authOptional: false,
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      const known = username === 'relay' && password === 'p@ss word'
      return known ? done(null, { user: username }) : done(new Error('unknown'))
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = Object.assign(new Error(smtp.reason ?? `<${address}> refused`), {
        responseCode: smtp.answer ?? 0,
      })
      return smtp.answer === null ? done() : done(refusal)
    },
    onData: (stream, { secure, user, envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      const take = async () => {
        const mail = { to, secure, user, source: await text(stream) }
        smtp.received.push(mail)
        await keep?.(mail)
      }
      take().then(() => done(), done)
    },
  })
  // the tests sign in wrongly on purpose, and cut connections
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  smtp.port = (server.server.address() as AddressInfo).port
  smtp.url = `smtp://relay:p%40ss%20word@127.0.0.1:${smtp.port}`
  smtp.close = () => new Promise((resolve) => server.close(() => resolve()))
  return smtp
}
