import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { newestMail } from '../../../../test/mail.ts'
import { addressOf, enableEmail, tabOf, typePassword } from '../../../../test/mfa.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../../test/server.ts'

let server: TestServer
let ana: Client
let codes: string[]
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
  codes = await enableEmail(server, ana)
})
afterAll(() => server.stop())

const enter = async (code = '', method?: string) => {
  const { mfa_ticket } = await typePassword(server, ana)
  return server.stranger.post('/auth/verify-mfa', { mfa_ticket, code, ...(method && { method }) })
}

/** Everything in the database, as a thief would read it. */
async function dump(): Promise<string> {
  const { rows } = await server.app.pool.query(
    `select schemaname || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('public', 'graphile_worker')`,
  )
  const tables = await Promise.all(
    rows.map(({ name }) => server.app.pool.query(`select to_jsonb(t)::text as row from ${name} t`)),
  )
  return tables.flatMap((table) => table.rows.map(({ row }) => row)).join('\n')
}

describe('6: recovery codes', () => {
  it('are ten, each another, and in no dump', async () => {
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    const text = await dump()
    expect(text).toContain(addressOf(ana))
    for (const code of codes) {
      expect(code).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){2}$/)
      for (const plain of [code, code.replaceAll('-', ''), Buffer.from(code).toString('hex')]) {
        expect(text).not.toContain(plain)
      }
    }
  })

  it('sign in once each, however they are typed', async () => {
    const [first = '', second = ''] = codes
    const entered = await enter(first)
    expect(entered.status).toBe(200)
    // a recovery code shows nothing about the mailbox beyond what the set-up had shown
    expect((await enter(first)).body.code).toBe('code_used_up')
    expect((await enter(second.toUpperCase().replaceAll('-', ' '), 'recovery')).status).toBe(200)
    const state = await tabOf(server, entered.body).get('/auth/mfa')
    expect(state.body).toMatchObject({ enabled: true, recovery_codes_left: 8 })
  })

  it('let one of six in that come at once', async () => {
    const tickets = await Promise.all(Array.from({ length: 6 }, () => typePassword(server, ana)))
    const answers = await Promise.all(
      tickets.map(({ mfa_ticket }) =>
        server.stranger.post('/auth/verify-mfa', { mfa_ticket, code: codes[2] }),
      ),
    )
    const found = answers.map(({ status, body }) => body.code ?? status).sort()
    expect(found).toEqual([200, ...Array(5).fill('code_used_up')])
  })

  it('are told of by mail, and in the audit trail', async () => {
    await newestMail(
      server,
      addressOf(ana),
      ({ subject, text }) => subject.includes('recovery code was used') && text.includes('7 are left'),
    )
    const { rows } = await server.app.pool.query(
      `select * from audit_events where act = 'recovery_code_used' and subject_id = $1`,
      [ana.id],
    )
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain(codes[0])
  })

  it('end when new ones are made, which asks for the password', async () => {
    const tab = tabOf(server, (await enter(codes[3])).body)
    const make = (password: string) => tab.post('/auth/mfa/recovery-codes', { password })
    expect((await make('not the password')).body.code).toBe('password_wrong')
    const fresh = (await make(PASSWORD)).body.recovery_codes
    expect(fresh).toHaveLength(10)
    expect((await enter(codes[4])).body.code).toBe('code_invalid')
    expect((await enter(fresh[0])).status).toBe(200)
    await newestMail(server, addressOf(ana), ({ subject }) => subject.includes('recovery codes are new'))
  })

  it('cannot be guessed for longer than codes can', async () => {
    await server.app.pool.query('update code_tries set wrong = 0')
    for (let tries = 0; tries < 5; tries++) {
      expect((await enter(`0000-0000-000${tries}`)).body.code).toBe('code_invalid')
    }
    expect((await enter(codes[5])).body.code).toBe('code_used_up')
  })

  it('are for people who have switched two-step sign-in on', async () => {
    const [bo] = await server.people('bo')
    const { status, body } = await bo.post('/auth/mfa/recovery-codes', { password: PASSWORD })
    expect([status, body.code]).toEqual([409, 'mfa_not_on'])
  })
})
