import { execFile } from 'node:child_process'
import { lchown, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError, USE_EXTERNAL } from './errors.ts'

/** An operating system account other than our own that PostgreSQL runs as. */
export interface OsUser {
  uid: number
  gid: number
}

/**
 * The account PostgreSQL must run as, or undefined for our own. PostgreSQL refuses to run as root, so root starts
 * it as the owner of the existing cluster, else as `nobody`.
 * @throws EmbeddedPostgresError when the cluster belongs to somebody we cannot become
 */
export async function serverUser(clusterDir: string): Promise<OsUser | undefined> {
  const self = process.getuid?.()
  if (self === undefined) return undefined
  const owner = (await stat(clusterDir).catch(() => undefined))?.uid
  if (self !== 0) {
    if (owner === undefined || owner === self) return undefined
    throw new EmbeddedPostgresError(
      `The database in ${clusterDir} belongs to another account (uid ${owner}); start ShareMyShows as that account or as root.`,
    )
  }
  const user = (owner ? await lookUp(String(owner)) : undefined) ?? (await lookUp('nobody'))
  if (user) return user
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root and this machine has no account "nobody"; start ShareMyShows as an ordinary account. ${USE_EXTERNAL}`,
  )
}

/** The options that make a child process run as `user`. */
export function asUser(user: OsUser | undefined): { uid?: number; gid?: number } {
  // macOS writes nobody as 4294967294, which child_process takes only as -2.
  return user ? { uid: user.uid | 0, gid: user.gid | 0 } : {}
}

/** Gives `path` and everything below it to `user`; does nothing when that is ourselves. */
export async function giveTo(user: OsUser | undefined, path: string): Promise<void> {
  if (!user) return
  await lchown(path, user.uid, user.gid)
  const below = await readdir(path, { recursive: true }).catch(() => [])
  for (const name of below) await lchown(join(path, name), user.uid, user.gid)
}

// PostgreSQL itself looks its account up by name, so one without a passwd entry is no use.
async function lookUp(account: string): Promise<OsUser | undefined> {
  const { stdout } = await promisify(execFile)('id', [account]).catch(() => ({ stdout: '' }))
  const [, uid, gid] = /^uid=(\d+)\S* gid=(\d+)/.exec(stdout) ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}
