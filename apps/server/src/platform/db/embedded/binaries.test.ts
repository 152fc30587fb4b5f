import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareBinaries } from './binaries.ts'
import { asUser, serverUser } from './os-user.ts'
import { findPostgresPackage, type PostgresPackage } from './package.ts'

const isRoot = process.getuid?.() === 0
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sms-bin-'))
  await chmod(folder, 0o755)
})

afterEach(async () => {
  await chmod(join(folder, 'closed', 'native', 'lib'), 0o700).catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
})

/** The package as npm unpacks it when it may run no install scripts: without one symbolic link. */
async function withoutLinks(into: string): Promise<PostgresPackage> {
  const installed = await findPostgresPackage()
  const native = join(into, 'native')
  const isLink = (path: string) => readlink(path).then(Boolean, () => false)
  for (const part of ['bin', 'lib', 'pg-symlinks.json']) {
    await cp(join(installed.native, part), join(native, part), {
      recursive: true,
      filter: async (path) => !path.endsWith('.a') && !(await isLink(path)),
    })
  }
  return { ...installed, native }
}

describe.skipIf(process.platform === 'win32')('the binaries', { timeout: 20_000 }, () => {
  it('run in place after npm ran no install scripts', async () => {
    const from = await withoutLinks(folder)
    const { postgres } = await prepareBinaries(from, undefined, [])
    expect(postgres).toBe(join(from.native, 'bin', 'postgres'))
    expect((await promisify(execFile)(postgres, ['--version'])).stdout).toContain('PostgreSQL')
  })

  it('run from a copy when they lie where the account may not go, or may not be completed', async () => {
    const from = await withoutLinks(join(folder, 'closed'))
    const user = await serverUser('/nonexistent')
    // Closed to the account that root starts the server as; read-only to an ordinary one.
    await chmod(user ? join(folder, 'closed') : join(from.native, 'lib'), user ? 0o700 : 0o500)
    const cache = join(folder, 'cache')
    const { postgres } = await prepareBinaries(from, user, [join(folder, 'closed', 'cache'), cache])
    expect(postgres.startsWith(isRoot ? cache : join(folder, 'closed', 'cache'))).toBe(true)
    expect((await promisify(execFile)(postgres, ['--version'], asUser(user))).stdout).toContain('PostgreSQL')

    const again = await prepareBinaries(from, user, [cache])
    expect(again.postgres).toBe(join(cache, `postgres-${from.platform}-${from.version}`, 'bin', 'postgres'))
  })

  it('give PostgreSQL’s own words when they run nowhere', async () => {
    await mkdir(join(folder, 'native', 'bin'), { recursive: true })
    const from = { ...(await findPostgresPackage()), native: join(folder, 'native') }
    await expect(prepareBinaries(from, undefined, [])).rejects.toThrow(
      /does not run here: .+ Set DATABASE_URL/,
    )
  })

  it('are missing with a sentence on a platform that has none', async () => {
    await expect(findPostgresPackage('freebsd', 'riscv64')).rejects.toThrow(
      /no embedded PostgreSQL for freebsd-riscv64 .+ Set DATABASE_URL/,
    )
  })
})
