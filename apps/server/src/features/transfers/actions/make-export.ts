import { rm, stat } from 'node:fs/promises'
import { EXPORT_DAYS, type ExportFormat } from '@sharemyshows/contract/exports'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { transact } from '../../../platform/db/transact.ts'
import type { JobContext } from '../../../platform/jobs/jobs.ts'
import { tellPerson } from '../../../platform/live/live.ts'
import { removeLater } from '../../../platform/storage/remove-files.ts'
import type { Storage } from '../../../platform/storage/storage.ts'
import type { Accounts } from '../../accounts/feature.ts'
import type { Audit } from '../../audit/feature.ts'
import { type AccountReader, keyOf } from '../rules.ts'
import {
  deleteOlder,
  type ExportRow,
  failExport,
  finishExport,
  startExport,
  writeProgress,
} from '../store.ts'
import { type Writing, writeExport } from './write-export.ts'

export type MakingDeps = Pick<Writing, 'storage' | 'home' | 'avatarFiles' | 'occasionOf'> & {
  db: Db
  storage: Storage
  audit: Audit
  readAccount: (db: Db, personId: string) => AccountReader
  tell: Accounts['tell']
}

/** The export was deleted while it was being made. */
class TakenAway extends Error {}

const OUR_FAULT = 'This export could not be made. Try again.'
const EVERY_MS = 500

/**
 * Makes an export: into a temporary file first, which then gets its name and its row. Killed at any moment the job comes
 * again and begins anew; what it left is swept.
 */
export async function makeExport(
  deps: MakingDeps,
  id: string,
  { signal, lastAttempt }: JobContext,
): Promise<void> {
  const { db, storage } = deps
  const wanted = await startExport(db, id)
  if (wanted === undefined) return
  const path = await storage.temporary()
  try {
    const account = deps.readAccount(db, wanted.user_id)
    const written = await progressOf(db, wanted, account, signal)
    await writeExport(wanted.format as ExportFormat, path, { ...deps, account, written })
    await keep(deps, wanted, path)
  } catch (error) {
    if (error instanceof TakenAway) return
    if (lastAttempt && !signal.aborted) await fail(db, wanted)
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

/** A row counts like so many bytes. */
const BYTES_A_ROW = 2000

async function progressOf(
  db: Db,
  wanted: ExportRow,
  account: AccountReader,
  signal: AbortSignal,
): Promise<Writing['written']> {
  const { rows, bytes } = await account.measure()
  const all =
    1 + (wanted.format === 'archive' ? bytes : 0) + rows * BYTES_A_ROW * (wanted.format === 'archive' ? 2 : 1)
  let done = 0
  let told = performance.now()
  return async (moreRows, moreBytes) => {
    signal.throwIfAborted()
    done += moreRows * BYTES_A_ROW + moreBytes
    if (performance.now() - told < EVERY_MS) return
    told = performance.now()
    const progress = Math.min(0.99, done / all)
    await transact(db, async (tx) => {
      if (!(await writeProgress(tx, wanted.id, progress))) throw new TakenAway()
      await tellProgress(tx, wanted, 'running', progress)
    })
  }
}

/** Gives the file its name, then its row; a file whose export was deleted meanwhile is nobody's. */
async function keep(
  { db, storage, audit, home, tell }: MakingDeps,
  wanted: ExportRow,
  path: string,
): Promise<void> {
  const { size } = await stat(path)
  const key = keyOf(newId(), wanted.format as ExportFormat)
  await storage.adopt(key, path)
  const kept = await transact(db, async (tx) => {
    const ready = await finishExport(tx, wanted.id, key, size)
    if (ready === undefined) return false
    await removeLater(tx, await deleteOlder(tx, ready))
    await audit.record(tx, {
      actor: ready.user_id,
      act: 'export_made',
      subject: ready.user_id,
      details: { format: ready.format },
    })
    await tell(tx, [ready.user_id], readyNotice(home))
    await tellProgress(tx, ready, 'ready', 1)
    return true
  })
  if (kept !== true) await storage.remove(key)
}

const readyNotice = (home: string) => ({
  subject: 'Your ShareMyShows export is ready',
  heading: 'All of it, to take with you',
  paragraphs: [
    'The copy you asked for is ready. Log in to download it; nobody else can.',
    `It stays for ${EXPORT_DAYS} days.`,
  ],
  button: { label: 'Download My Export', href: `${home}/settings/data` },
})

async function fail(db: Db, { id }: ExportRow): Promise<void> {
  await transact(db, async (tx) => {
    const failed = await failExport(tx, id, OUR_FAULT)
    if (failed !== undefined) await tellProgress(tx, failed, 'failed', failed.progress, OUR_FAULT)
  })
}

const tellProgress = (
  tx: Tx,
  { id, user_id }: ExportRow,
  state: string,
  progress: number,
  message?: string,
) =>
  tellPerson(tx, user_id, 'export_progress', {
    id,
    state,
    progress,
    ...(message !== undefined && { message }),
  })
