import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { root } from './ensure-node.mjs'

const web = join(root, 'apps/web')
const dist = join(web, 'dist')
const stamp = join(dist, '.stamp')

const inputs = ['apps/web', 'packages', 'tools/openapi', 'package-lock.json']
const notInputs = new Set(['node_modules', 'dist'])

function* filesUnder(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (notInputs.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue
    const child = `${path}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(child)
    else yield child
  }
}

/** A fingerprint of all that the build reads. Contents, not times: the same sources checked out anew are not stale. */
function hashInputs() {
  const hash = createHash('sha256')
  for (const input of inputs) {
    if (!existsSync(join(root, input))) continue
    for (const file of input.includes('.') ? [input] : filesUnder(input)) {
      hash.update(`${file}\0`).update(readFileSync(join(root, file)))
    }
  }
  return hash.digest('hex')
}

function runVite(outDir) {
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json')
  const where = ['--outDir', relative(web, outDir), '--emptyOutDir']
  const args = [join(vite, '../bin/vite.js'), 'build', ...where, '--logLevel', 'warn']
  // Vite would otherwise bundle React's development build when NODE_ENV says so.
  const env = { ...process.env, NODE_ENV: 'production' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: web, stdio: ['ignore', 2, 2], env })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code === 0))
  })
}

/**
 * Builds apps/web into apps/web/dist when its sources differ from those of the last build. Resolves to false,
 * the reason printed, when that fails. A build is made aside and swapped in, so that a cut one leaves the old
 * pages whole. Does nothing where the sources are absent (an image that ships only the built pages).
 */
export async function buildWebIfStale() {
  if (!existsSync(join(web, 'index.html'))) return true
  const hash = hashInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  process.stderr.write('Building the web app, which has changed since its last build…\n')
  const aside = join(root, '.cache', `web-${process.pid}`)
  if (!(await runVite(aside))) {
    rmSync(aside, { recursive: true, force: true })
    process.stderr.write('The web app could not be built; the reason stands above.\n')
    return false
  }
  writeFileSync(join(aside, '.stamp'), hash)
  rmSync(dist, { recursive: true, force: true })
  renameSync(aside, dist)
  return true
}
