import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/server.ts'
import { createDb, createPool, type Db } from '../db/connect.ts'
import { intoFolder } from './folder.ts'
import { forgetMails } from './forget.ts'

let db: Db
beforeAll(async () => {
  db = createDb(createPool(await cloneDatabase(), 1))
})
afterAll(() => db.destroy())

it('49: takes along the mails that speak of a person, and leaves those that only use her name as a word', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sms-forget-'))
  const keep = intoFolder(folder, 'ShareMyShows <shows@example.net>')
  const mail = (id: string, to: string, ...about: string[]) =>
    keep({ id, to, subject: 'Hello home', text: 'Home again, home@example.org.', about })
  await mail('to-her', 'home@example.org', 'home')
  await mail('to-her-former-address', 'old@example.org', 'Home')
  await mail('invitation-to-her', 'home@example.org', 'home@example.org', 'ana')
  await mail('of-three-others-and-her', 'ana@example.org', 'ana', 'bo', 'cleo', 'home')
  await mail('to-ana', 'ana@example.org', 'ana')
  await mail('to-a-longer-name', 'homer@example.org', 'homer')
  const leaver = { id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10', username: 'home', email: 'home@example.org' }
  expect(await forgetMails(db, folder, leaver)).toBe(false)
  expect((await readdir(folder)).sort()).toEqual(['to-a-longer-name.eml', 'to-ana.eml'])
})
