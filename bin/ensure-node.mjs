// Plain JavaScript that an old Node can parse: it decides whether the rest may run at all.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The oldest major version of Node that runs the TypeScript of this repository directly. */
const REQUIRED_MAJOR = 24

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Where npm puts the Node that package.json names for this platform. */
function bundledNodes() {
  const windows = process.platform === 'win32'
  const platform = windows ? 'win' : process.platform
  const binary = join('bin', windows ? 'node.exe' : 'node')
  const packages = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`, 'node']
  return packages.map((name) => join(root, 'node_modules', name, binary))
}

function runAgainWith(node) {
  const env = { ...process.env, SHAREMYSHOWS_NODE_CHOSEN: '1' }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group: the child has had it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
  return new Promise(() => {})
}

/**
 * Resolves when this process runs on Node 24 or newer. On an older one it hands over to the Node that npm
 * installed beside us, and never returns; without such a Node it says what to do and exits 1.
 */
export async function ensureNode() {
  if (Number.parseInt(process.versions.node, 10) >= REQUIRED_MAJOR) return
  const bundled = process.env.SHAREMYSHOWS_NODE_CHOSEN ? undefined : bundledNodes().find(existsSync)
  if (bundled) return runAgainWith(bundled)
  const advice = existsSync(join(root, 'node_modules'))
    ? `install Node ${REQUIRED_MAJOR} or newer from https://nodejs.org and try again`
    : 'run "npm ci" first, which brings the right one where it can'
  process.stderr.write(
    `ShareMyShows needs Node ${REQUIRED_MAJOR} or newer and this is ${process.version}: ${advice}.\n`,
  )
  process.exit(1)
}
