import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { asUser, giveTo, type OsUser } from './os-user.ts'

/** The one role of the embedded server. */
export const ROLE = 'sharemyshows'
/** Kept in the data directory; asked for by TCP connections only. */
export const PASSWORD_FILE = 'sharemyshows-password'
const DRAFT = 'postgres.init-'

/** A PostgreSQL data directory and what is needed to run it. */
export interface Cluster {
  dir: string
  binaries: Binaries
  user: OsUser | undefined
  /** false gives up durability, for tests only */
  fsync: boolean
  logFile: string
  log: (line: string) => void
}

/**
 * The data directory as PostgreSQL is told it. A server of another account may not be able to walk down to it, say
 * below /root; as Linux starts it in that very folder, it reaches it by this name all the same.
 */
export function dirArgument(cluster: Pick<Cluster, 'dir' | 'user'>): string {
  return cluster.user && process.platform === 'linux' ? '/proc/self/cwd' : cluster.dir
}

/** The environment of PostgreSQL's programs; ours may hold PGPORT, PGDATA, a foreign locale or secrets. */
export function serverEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, LC_ALL: 'C', ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) }
}

/**
 * Readies the data directory: makes it on first use, else checks that it fits this PostgreSQL and belongs to its user.
 * @throws EmbeddedPostgresError when it was made by another major version or cannot be made
 */
export async function prepareCluster(cluster: Cluster): Promise<void> {
  await removeDrafts(dirname(cluster.dir))
  const made = await readFile(join(cluster.dir, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (made === undefined) return createCluster(cluster)
  const [ours] = cluster.binaries.version.split('.')
  if (made.trim() !== ours) {
    throw new EmbeddedPostgresError(
      `The database in ${cluster.dir} was made by PostgreSQL ${made.trim()}, and this release brings PostgreSQL ${ours}; export with the old release and import with this one.`,
    )
  }
  const { uid } = await stat(cluster.dir)
  if (cluster.user && uid !== cluster.user.uid) await giveTo(cluster.user, cluster.dir)
  if (process.platform !== 'win32') await chmod(cluster.dir, 0o700)
}

async function removeDrafts(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(DRAFT)) continue
    // The initdb of a process killed just now may still write there; then the next start removes it.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

// Made aside and renamed, so that a half-made cluster never passes for a whole one.
async function createCluster(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.dir)
  cluster.log('creating the database')
  const draft = await mkdtemp(join(parent, DRAFT))
  try {
    const dir = join(draft, 'cluster')
    await mkdir(dir, { mode: 0o700 })
    await writeFile(join(draft, 'password'), randomBytes(24).toString('base64url'), {
      mode: 0o600,
      flush: cluster.fsync,
    })
    await giveTo(cluster.user, draft)
    await initdb({ ...cluster, dir })
    await rename(join(draft, 'password'), join(dir, PASSWORD_FILE))
    await rename(dir, cluster.dir)
    if (process.platform !== 'win32' && cluster.fsync) await syncFolder(parent)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function initdb(cluster: Cluster): Promise<void> {
  // The collation is PostgreSQL's own C.UTF-8, the same everywhere; the C library's character classes, which
  // pg_trgm asks, go by the first of these names that the machine knows.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const fault = await promisify(execFile)(cluster.binaries.initdb, initdbArguments(cluster, ctype), {
      cwd: cluster.dir,
      env: serverEnv(),
      ...asUser(cluster.user),
    }).then(
      () => undefined,
      (error: Error & { stderr?: string }) => error.stderr?.trim() || error.message,
    )
    if (!fault) return
    if (!fault.includes('invalid locale name')) {
      throw new EmbeddedPostgresError(`The database in ${cluster.dir} could not be made: ${fault}`)
    }
  }
}

function initdbArguments(cluster: Cluster, ctype: string): string[] {
  return [
    `--pgdata=${dirArgument(cluster)}`,
    `--username=${ROLE}`,
    '--pwfile=../password',
    // Only the server's own account can enter the folder of its socket.
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${ctype}`,
    '--no-instructions',
    ...(cluster.fsync ? [] : ['--no-sync']),
    ...INITIAL_SETTINGS.map((setting) => `--set=${setting}`),
  ]
}

/** Written to postgresql.conf once, for the operator to change: a small server on a solid state disk. */
const INITIAL_SETTINGS = [
  'shared_buffers=128MB',
  'max_connections=60',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
]

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}
