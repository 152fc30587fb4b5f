import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { checkMail, type Finding } from './checkup.ts'
import { aboutConnecting } from './checkup-words.ts'

const PASSWORD = 'not-for-the-screen'
/** Also this machine, but by a number that nobody takes for a relay of its own: TLS and certificates count. */
const ELSEWHERE = '0.0.0.0'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'sms-checkup-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A server with the one person `relay`; gives its port. */
async function serve(options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'relay' && password === PASSWORD
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 Bad credentials'), { responseCode: 535 })),
    onData: (stream, _session, done) => stream.resume().on('end', () => done(null, 'queued as 4711')),
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '0.0.0.0')
  await once(server.server, 'listening')
  ends.push(() => new Promise((resolve) => server.close(() => resolve(undefined))))
  return (server.server.address() as AddressInfo).port
}

async function check(smtpUrl: string | null, mailFrom = 'Shows <shows@example.net>'): Promise<Finding[]> {
  const settings = { smtpUrl, mailFrom, dataDir }
  const mail = { to: 'you@example.org', subject: 'A test', text: 'It works.' }
  const findings: Finding[] = []
  for await (const finding of checkMail(settings, mail)) findings.push(finding)
  for (const { says } of findings) expect(says).not.toContain(PASSWORD)
  return findings
}

const refuse = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

it('says where files go when there is no server', async () => {
  const findings = await check(null)
  expect(findings.every(({ fine }) => fine)).toBe(true)
  const [name = ''] = await readdir(path.join(dataDir, 'mail'))
  expect(findings.at(-1)?.says).toContain(path.join(dataDir, 'mail', name))
})

it('sends a mail and says what the server said', async () => {
  const findings = await check(`smtp://relay:${PASSWORD}@127.0.0.1:${await serve()}`)
  expect(findings.map(({ fine }) => fine)).toEqual([true, true, true, true, true])
  expect(findings[2]?.says).toContain('by STARTTLS')
  expect(findings.at(-1)?.says).toContain('queued as 4711')
})

type Case = [what: string, server: SMTPServerOptions, url: (port: number) => string, says: RegExp]
const signedIn = (host: string) => (port: number) => `smtp://relay:${PASSWORD}@${host}:${port}`
const cases: Case[] = [
  ['a wrong password', {}, (port) => `smtp://relay:wrong@127.0.0.1:${port}`, /let relay in .* 5\.7\.8 Bad/],
  [
    'a server without STARTTLS',
    { disabledCommands: ['STARTTLS'] },
    signedIn(ELSEWHERE),
    /offers no STARTTLS/,
  ],
  ['a certificate that has run out', {}, signedIn(ELSEWHERE), /certificate of 0\.0\.0\.0 has expired/],
  [
    'TLS from the start on a port that upgrades',
    {},
    (port) => `smtps://127.0.0.1:${port}`,
    /Write smtp:\/\//,
  ],
  ['a server that wants a sign-in', {}, (port) => `smtp://127.0.0.1:${port}`, /wants somebody to sign in/],
  [
    'a sender it does not take',
    { onMailFrom: (_from, _session, done) => done(refuse(553, '5.7.1 not your address')) },
    signedIn('127.0.0.1'),
    /does not take MAIL_FROM .* not your address/,
  ],
  [
    'a recipient it does not take',
    { onRcptTo: (_to, _session, done) => done(refuse(550, 'no such user')) },
    signedIn('127.0.0.1'),
    /does not take mail for this address\. It said: 550/,
  ],
  [
    'a recipient it puts off',
    { onRcptTo: (_to, _session, done) => done(refuse(451, 'greylisted')) },
    signedIn('127.0.0.1'),
    /for now: the product would try again/,
  ],
  [
    'words it does not like',
    { onData: (stream, _session, done) => stream.resume().on('end', () => done(refuse(554, 'spam'))) },
    signedIn('127.0.0.1'),
    /did not take the mail\. It said: 554/,
  ],
]

it.each(cases)('names %s', async (_what, options, url, says) => {
  const findings = await check(url(await serve(options)))
  expect(findings.filter(({ fine }) => !fine)).toEqual([{ fine: false, says: expect.stringMatching(says) }])
  expect(findings.at(-1)?.fine).toBe(false)
})

it('names the sender that nobody has chosen', async () => {
  const [finding, ...more] = await check('smtp://mail.example.org', 'ShareMyShows <noreply@localhost>')
  expect([finding?.fine, more]).toEqual([false, []])
  expect(finding?.says).toContain('MAIL_FROM is not set')
})

it('names a port where nobody listens, and a host that is not there', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const { port } = free.address() as AddressInfo
  await new Promise((resolve) => free.close(resolve))
  expect((await check(`smtp://127.0.0.1:${port}`)).at(-1)?.says).toContain('Nobody listens on 127.0.0.1')
  expect((await check('smtp://nowhere.invalid:587')).at(-1)).toMatchObject({ fine: false })
})

it.each([
  ['self-signed certificate in certificate chain', 'is signed by nobody but itself'],
  ["Hostname/IP does not match certificate's altnames", 'is for another name'],
  ['unable to verify the first certificate', 'an authority that this machine does not know'],
])('puts "%s" into words', (message, words) => {
  const place = { host: 'mail.example.org', port: 587, secure: false, user: 'relay' }
  expect(aboutConnecting({ code: 'ESOCKET', message }, place)).toContain(words)
})
