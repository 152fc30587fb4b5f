import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { hasMailbox } from './mailbox.ts'

const OLD = '01900000-0000-7000-8000-000000000001'
const NEW = '01900000-0000-7000-8000-000000000002'

const eml = (subject: string, html: string) =>
  [
    'From: ShareMyShows <shows@example.net>',
    'To: bo@example.org',
    `Subject: ${subject}`,
    'Date: Sun, 01 Dec 2024 19:00:00 +0000',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your code: 482913',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--x--',
    '',
  ].join('\r\n')

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  const folder = path.join(server.dataDir, 'mail')
  await mkdir(folder)
  await writeFile(path.join(folder, `${OLD}.eml`), eml('The first', '<p>one</p>'))
  await writeFile(
    path.join(folder, `${NEW}.eml`),
    eml('<b data-hostile>Second</b>', '"></iframe><script>1</script>'),
  )
  await writeFile(path.join(folder, `.${OLD}.eml`), 'half written')
  await writeFile(path.join(server.dataDir, 'secret.eml'), 'secret')
})
afterAll(() => server.stop())

/** As a browser asks; node's own client, because fetch would not send another Host. */
const open = (address: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const asked = request(
      server.url + address,
      { headers: { accept: 'text/html', ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (piece) => (text += piece))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
        )
      },
    )
    asked.on('error', reject).end()
  })

describe('the mailbox', () => {
  it('lists the newest mail first', async () => {
    const { status, text } = await open('/dev/mailbox')
    expect(status).toBe(200)
    const addresses = [...text.matchAll(/href="\/dev\/mailbox\/([^"]+)"/g)].map(([, id]) => id)
    expect(addresses).toEqual([NEW, OLD])
    expect(text).toContain('2024-12-01 19:00:00 UTC')
  })

  it('shows a mail, its plain part and its file', async () => {
    const { text } = await open(`/dev/mailbox/${OLD}`)
    for (const word of ['The first', 'bo@example.org', 'Your code: 482913', 'srcdoc="&lt;p&gt;one'])
      expect(text).toContain(word)
    const file = await open(`/dev/mailbox/${OLD}.eml`)
    expect(file).toMatchObject({ type: 'message/rfc822', text: eml('The first', '<p>one</p>') })
  })

  it('40: shows hostile mails as text, in a frame where nothing runs', async () => {
    const { text } = await open(`/dev/mailbox/${NEW}`)
    expect(text).not.toMatch(/<(b|script)\b/)
    expect(text.match(/<\/iframe>/g)).toHaveLength(1)
    expect(text).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  })

  it.each(['nothing', '..%2fsecret', `.${OLD}`, `${OLD}.eml.eml`])('has no mail %s', async (id) => {
    for (const address of [`/dev/mailbox/${id}`, `/dev/mailbox/${id}.eml`]) {
      const { status, text } = await open(address)
      expect([status, text.includes('secret'), text.includes('half')]).toEqual([404, false, false])
    }
  })

  it.each([
    ['a proxy that passes on', { 'x-forwarded-for': '203.0.113.9' }],
    ['a website that names itself like this machine', { host: 'evil.example:3000' }],
  ])('16: shows nothing to %s', async (_who, headers) => {
    for (const address of ['/dev/mailbox', `/dev/mailbox/${OLD}`, `/dev/mailbox/${OLD}.eml`]) {
      const { status, text } = await open(address, headers)
      expect([status, JSON.parse(text).code]).toEqual([404, 'route_not_found'])
    }
  })
})

describe('there is no mailbox', () => {
  const development = { production: false, smtpUrl: null, publicUrl: null }

  it.each([
    ['in production', { production: true }],
    ['where mail is sent', { smtpUrl: 'smtp://127.0.0.1:25' }],
    ['where people come from elsewhere', { publicUrl: 'https://shows.example.org' }],
  ])('%s', (_where, difference) => {
    expect(hasMailbox(development)).toBe(true)
    expect(hasMailbox({ ...development, publicUrl: 'http://localhost:3000' })).toBe(true)
    expect(hasMailbox({ ...development, ...difference })).toBe(false)
  })

  it('at its address, either', async () => {
    const sending = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:1' })
    const answer = await fetch(`${sending.url}/dev/mailbox`, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(404)
    await sending.stop()
  })
})
