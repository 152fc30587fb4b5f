import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cloneDatabase } from '../../../test/server.ts'
import { createDb, createPool, type Db } from '../db/connect.ts'
import { type JobRunner, startJobs } from '../jobs/jobs.ts'
import { createLog } from '../log/log.ts'
import { createMail } from './mail.ts'
import { type Message, queueMail } from './message.ts'
import { forgetRefusal, isRefused } from './refused.ts'
import { startSmtp, type TestSmtp } from './smtp-server-for-tests.ts'

let url: string
let pool: pg.Pool
let db: Db
let dataDir: string
let runner: JobRunner | undefined
let logged = ''

const letter: Message = {
  to: 'bo@example.org',
  subject: 'Zoë says hello',
  text: `Ça va?\n${'a long line of words '.repeat(8)}\nhttp://127.0.0.1:3000/verify?code=482913\n`,
  html: '<p>Ça va?</p>',
}

beforeAll(async () => {
  url = await cloneDatabase()
  pool = createPool(url, 4)
  db = createDb(pool)
})
afterAll(() => db.destroy())
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'sms-mail-'))
  logged = ''
})
afterEach(async () => {
  await runner?.stop()
  await pool.query('truncate graphile_worker._private_jobs, refused_addresses')
  await rm(dataDir, { recursive: true, force: true })
})

async function work(smtpUrl: string | null): Promise<void> {
  const { jobs } = createMail({ db, smtpUrl, mailFrom: 'ShareMyShows <shows@example.net>', dataDir })
  const log = createLog('debug', { write: (line) => (logged += line) })
  runner = await startJobs(url, { quick: jobs, heavy: {} }, '', log)
}

/** What is still in the queue. */
async function waiting(): Promise<{ attempts: number; last_error: string | null }[]> {
  const result = await pool.query('select attempts, last_error from graphile_worker.jobs')
  return result.rows
}

const eventually = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 50 })

describe('without an SMTP server', () => {
  const mails = async () =>
    (await readdir(path.join(dataDir, 'mail'))).filter((name) => !name.startsWith('.')).sort()

  it('keeps each mail as one complete file that people can read', async () => {
    await work(null)
    await queueMail(db, letter)
    await queueMail(db, { to: 'ana@example.org', subject: 'Plain', text: 'Only words' })
    await eventually(async () => expect(await mails()).toHaveLength(2))
    const [first = '', second = ''] = await mails()
    expect([first, second].every((name) => /^[0-9a-f-]{36}\.eml$/.test(name))).toBe(true)
    const source = await readFile(path.join(dataDir, 'mail', first), 'utf8')
    for (const line of letter.text.trim().split('\n')) expect(source).toContain(`${line.trim()}`)
    expect(source).toMatch(/^From: ShareMyShows <shows@example\.net>\r\nTo: bo@example\.org\r\n/)
    expect(source).toContain(`Message-ID: <${first.slice(0, 36)}@example.net>`)
    expect(source).toMatch(
      /Content-Type: text\/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>/,
    )
    expect(await readFile(path.join(dataDir, 'mail', second), 'utf8')).toContain('\r\n\r\nOnly words\r\n')
    expect(source).toContain('Auto-Submitted: auto-generated\r\n')
    expect((await stat(path.join(dataDir, 'mail', first))).mode & 0o077).toBe(0)
  })

  it('40: has no header that a name or an address brought along', async () => {
    await work(null)
    const more = '\r\nBcc: eve@example.org\r\nX-Hostile: 1\u2028'
    await queueMail(db, { to: `bo@example.org${more}`, subject: `Hello ${more}\0`, text: 'Words' })
    await eventually(async () => expect(await mails()).toHaveLength(1))
    const [name = ''] = await mails()
    const [head = ''] = (await readFile(path.join(dataDir, 'mail', name), 'utf8')).split('\r\n\r\n')
    expect(head).toMatch(/^Subject: Hello Bcc: eve@example\.org/m)
    expect(head).not.toMatch(/^(bcc|x-hostile):/im)
  })

  it('does not send what has expired while it waited', async () => {
    await queueMail(db, { ...letter, subject: 'A code' }, { expiresIn: 600 })
    await queueMail(db, { ...letter, subject: 'An old code' }, { expiresIn: -1 })
    await work(null)
    await eventually(async () => expect(await waiting()).toEqual([]))
    expect(await mails()).toHaveLength(1)
    expect(logged).toContain('what it says has expired')
  })

  it('sends nothing for a transaction that did not commit', async () => {
    await work(null)
    const undone = db.transaction().execute(async (tx) => {
      await queueMail(tx, letter)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await queueMail(db, { ...letter, subject: 'Sent later' })
    await eventually(async () => expect(await mails()).toHaveLength(1))
    const [name = ''] = await mails()
    expect(await readFile(path.join(dataDir, 'mail', name), 'utf8')).toContain('Subject: Sent later')
  })
})

describe('with an SMTP server', () => {
  let smtp: TestSmtp
  beforeEach(async () => {
    smtp = await startSmtp()
  })
  afterEach(() => smtp.close())
  const wrongly = () => smtp.url.replace('p%40ss', 'pass')

  it('sends over STARTTLS, signed in, and keeps nothing', async () => {
    await work(smtp.url)
    await queueMail(db, letter)
    await eventually(() => expect(smtp.received).toHaveLength(1))
    expect(smtp.received[0]).toMatchObject({ to: ['bo@example.org'], secure: true, user: 'relay' })
    expect(smtp.received[0]?.source).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(smtp.received[0]?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    await eventually(async () => expect(await waiting()).toEqual([]))
    expect(await readdir(dataDir)).toEqual([])
  })

  it('tries again what the server puts off, as the same mail', async () => {
    smtp.answer = 451
    await work(smtp.url)
    await queueMail(db, letter)
    await eventually(async () => expect(await waiting()).toMatchObject([{ attempts: 1 }]))
    await eventually(async () => expect((await waiting())[0]?.last_error).toContain('451'))
    smtp.answer = null
    await pool.query('update graphile_worker._private_jobs set run_at = now()')
    await eventually(() => expect(smtp.received).toHaveLength(1))
    expect(smtp.received[0]?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@example\.net>/m)
  })

  const refusing = async (answer: number, reason?: string) => {
    smtp.answer = answer
    smtp.reason = reason
    await work(smtp.url)
    await queueMail(db, letter)
    await eventually(() => expect(logged).toContain('a mail could not be sent'))
    await eventually(async () => expect(await waiting()).toEqual([]))
    expect(smtp.received).toEqual([])
  }

  it('sends nothing more to an address that was refused for good, until it is confirmed anew', async () => {
    await refusing(550)
    smtp.answer = null
    await queueMail(db, { ...letter, to: 'BO@example.org', subject: 'Suppressed' })
    await queueMail(db, { ...letter, to: 'ana@example.org' })
    await eventually(() => expect(smtp.received.map(({ to }) => to)).toEqual([['ana@example.org']]))
    await eventually(async () => expect(await waiting()).toEqual([]))
    expect(logged).toContain('its address was refused')
    expect(logged).not.toMatch(/@example\.org/i)
    await forgetRefusal(db, letter.to)
    await queueMail(db, letter)
    await eventually(() => expect(smtp.received).toHaveLength(2))
  })

  it('tries one mail again when the refusal is a week old', async () => {
    await refusing(550)
    await pool.query(`update refused_addresses set refused_at = now() - interval '8 days'`)
    expect(await isRefused(db, letter.to)).toBe(false)
    await queueMail(db, { ...letter, subject: 'Again' })
    await eventually(async () => expect(await isRefused(db, letter.to)).toBe(true))
  })

  it('does not blame an address for a relay that is not ours', async () => {
    await refusing(554, '5.7.1 Relay access denied')
    expect(await isRefused(db, letter.to)).toBe(false)
  })

  it.each([
    ['a wrong password', wrongly],
    ['nobody listening', () => 'smtp://127.0.0.1:1'],
  ])('keeps a mail through %s', async (_fault, smtpUrl) => {
    await work(smtpUrl())
    await queueMail(db, letter)
    await eventually(async () => expect((await waiting())[0]?.last_error).toMatch(/EAUTH|ESOCKET|ECONN/))
    expect(logged).not.toContain('a mail could not be sent')
  })

  it.each([451, 550])('51: logs neither the person nor the words after a %i', async (answer) => {
    smtp.answer = answer
    await work(smtp.url)
    await queueMail(db, letter)
    await eventually(() => expect(logged).toMatch(/could not be sent|Failed task/))
    for (const secret of ['bo@example.org', 'Zo', '482913', 'p@ss word', 'p%40ss']) {
      expect(logged).not.toContain(secret)
    }
  })
})
