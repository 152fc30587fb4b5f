import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(js|css|svg|webmanifest|json|txt)$/
const SMALLEST_WORTH_IT = 512
/** The last 8 % cost twenty times the work: not for map and charts, which load when they are wanted. */
const BIG = 300_000

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/**
 * Writes a `.br` and a `.gz` beside every text file of the build, so that the server never compresses a
 * file twice. `index.html` is left out: the server may add a page's own title and preview tags to it.
 */
export function precompress(): Plugin {
  let outDir = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    async writeBundle() {
      const files = await readdir(outDir, { recursive: true })
      await Promise.all(
        files.filter((file) => COMPRESSIBLE.test(file)).map((file) => pack(join(outDir, file))),
      )
    },
  }
}

async function pack(path: string) {
  const plain = await readFile(path)
  if (plain.length < SMALLEST_WORTH_IT) return
  const [br, gz] = await Promise.all([
    brotli(plain, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        [constants.BROTLI_PARAM_QUALITY]: plain.length > BIG ? 9 : constants.BROTLI_MAX_QUALITY,
      },
    }),
    deflate(plain, { level: 9 }),
  ])
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
}
