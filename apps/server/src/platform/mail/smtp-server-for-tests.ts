import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; secure: boolean; user: string | undefined; source: string }

export type TestSmtp = {
  port: number
  received: Received[]
  /** What it answers to RCPT from now on; null takes every mail. */
  answer: number | null
  close(): Promise<void>
}

/** A real SMTP server that demands STARTTLS and the sign-in `relay` / `p@ss word`. */
export async function startSmtp(): Promise<TestSmtp> {
  const smtp: TestSmtp = { port: 0, received: [], answer: null, close: async () => {} }
  const server = new SMTPServer({
    authOptional: false,
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      const known = username === 'relay' && password === 'p@ss word'
      return known ? done(null, { user: username }) : done(new Error('unknown'))
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = Object.assign(new Error(`<${address}> refused`), { responseCode: smtp.answer ?? 0 })
      return smtp.answer === null ? done() : done(refusal)
    },
    onData: (stream, session, done) => {
      const { secure, user } = session
      const to = session.envelope.rcptTo.map(({ address }) => address)
      text(stream).then((source) => {
        smtp.received.push({ to, secure, user, source })
        done()
      }, done)
    },
  })
  // the tests sign in wrongly on purpose, and cut connections
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  smtp.port = (server.server.address() as AddressInfo).port
  smtp.close = () => new Promise((resolve) => server.close(() => resolve()))
  return smtp
}
