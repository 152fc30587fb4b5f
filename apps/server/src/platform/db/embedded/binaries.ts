import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError, USE_EXTERNAL } from './errors.ts'
import { asUser, type OsUser } from './os-user.ts'
import type { PostgresPackage } from './package.ts'

const exe = process.platform === 'win32' ? '.exe' : ''

/** PostgreSQL programs that are known to run as the chosen account. */
export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
  /** such as `18.4.0-beta.17` */
  version: string
}

/**
 * Makes the binaries usable by `user`: where they are when that works, else from a copy in the first of `caches` that
 * does. A copy is needed when node_modules lies below a folder closed to `user`, or is read-only and npm was not
 * allowed to run the package's install script.
 * @throws EmbeddedPostgresError with PostgreSQL's own words when they run nowhere
 */
export async function prepareBinaries(
  from: PostgresPackage,
  user: OsUser | undefined,
  caches: readonly string[],
): Promise<Binaries> {
  await linkLibraries(from.native)
  let fault = await faultOf(from.native, user)
  if (!fault) return programsIn(from.native, from.version)
  for (const cache of caches) {
    const copy = join(cache, `postgres-${from.platform}-${from.version}`)
    if (!(await faultOf(copy, user))) return programsIn(copy, from.version)
    fault = await copyTo(from.native, copy).then(
      () => faultOf(copy, user),
      (error: Error) => error.message,
    )
    if (!fault) return programsIn(copy, from.version)
  }
  throw new EmbeddedPostgresError(`The embedded PostgreSQL does not run here: ${fault}. ${USE_EXTERNAL}`)
}

/** Where copies of the binaries may lie, best first; only trusted folders that nobody else can write. */
export function binaryCaches(dataDir: string): string[] {
  const shared =
    process.getuid?.() === 0 ? '/var/cache/sharemyshows' : join(homedir(), '.cache', 'sharemyshows')
  return [shared, join(dataDir, 'postgres-binaries')]
}

function programsIn(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', name + exe)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), version }
}

/** Why `postgres` cannot run from there as `user`; undefined when it can. */
async function faultOf(native: string, user: OsUser | undefined): Promise<string | undefined> {
  const { postgres } = programsIn(native, '')
  return promisify(execFile)(postgres, ['--version'], asUser(user)).then(
    () => undefined,
    (error: Error & { stderr?: string }) => error.stderr?.trim() || error.message,
  )
}

/** npm packages hold no symbolic links; the package's install script makes them, unless npm was told to run none. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const root = dirname(native)
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const to = relative(dirname(target), source)
    // Most often it is there already; on a read-only folder the trial run decides.
    await symlink(to, join(root, target)).catch(() => undefined)
  }
}

async function copyTo(native: string, copy: string): Promise<void> {
  const cache = dirname(copy)
  await mkdir(cache, { recursive: true })
  await chmod(cache, 0o755)
  const draft = `${copy}.${process.pid}-${Date.now()}`
  try {
    // linkLibraries expects the package's own layout, with everything under "native".
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    await openToAll(draft)
    await linkLibraries(join(draft, 'native'))
    await rm(copy, { recursive: true, force: true })
    await rename(join(draft, 'native'), copy)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const isNeeded = (path: string) => !path.endsWith('.a')

// Under a strict umask npm unpacks files that only their owner may read.
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const runnable = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0
    await chmod(path, runnable ? 0o755 : 0o644)
  }
}
