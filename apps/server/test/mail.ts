import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { vi } from 'vitest'
import type { TestServer } from './server.ts'

/** A mail as its reader gets it. */
export type TestMail = {
  id: string
  to: string
  subject: string
  text: string
  /** The six digits in it, or ''. */
  code: string
  /** The token of its link, or ''. */
  token: string
  /** The header that says where to have no more of its kind, or ''. */
  unsubscribe: string
}

/** Mails sent so far, oldest first; to one address if it is given. */
export async function mailsOf({ dataDir }: TestServer, to?: string): Promise<TestMail[]> {
  const folder = path.join(dataDir, 'mail')
  // a name that begins with a dot is a mail that is still being written
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[^.]+\.eml$/.test(name)).sort()
  const mails = await Promise.all(names.map((name) => read(folder, name)))
  return to === undefined ? mails : mails.filter((mail) => mail.to === to)
}

/** The newest mail to an address; waits until one like this has come. */
export async function newestMail(
  server: TestServer,
  to: string,
  like: (mail: TestMail) => boolean = () => true,
): Promise<TestMail> {
  const look = async () => {
    const found = (await mailsOf(server, to)).findLast(like)
    if (found === undefined) throw new Error(`no such mail to ${to} yet`)
    return found
  }
  return vi.waitFor(look, { timeout: 20_000, interval: 50 })
}

/** Waits until no job is left to be done, so that a mail that has not come will not come. */
export async function allJobsDone(server: TestServer): Promise<void> {
  const look = async () => {
    const { rows } = await server.app.pool.query('select task_identifier from graphile_worker.jobs')
    if (rows.length > 0) throw new Error(`jobs are left: ${rows.map((row) => row.task_identifier)}`)
  }
  await vi.waitFor(look, { timeout: 20_000, interval: 50 })
}

async function read(folder: string, name: string): Promise<TestMail> {
  const {
    to,
    subject = '',
    text = '',
    headers,
  } = await PostalMime.parse(await readFile(path.join(folder, name)))
  return {
    id: name,
    to: to?.[0]?.address ?? '',
    subject,
    text,
    code: /\b\d{6}\b/.exec(text)?.[0] ?? '',
    token: /[?&]token=([\w-]+)/.exec(text)?.[1] ?? '',
    unsubscribe: headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '',
  }
}
