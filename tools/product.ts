import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { root } from './programs.ts'

export type Product = {
  url: string
  process: ChildProcess
  stop(): Promise<void>
}
export type ProductOptions = {
  dataDir: string
  env?: Record<string, string>
  /** Where its logs go; the line that says it is ready is read in any case. */
  logs: 'inherit' | 'ignore'
  /** Killed so many milliseconds after it was started, ready or not. */
  cutAfter?: number
}

/** Starts the server as `npm start` does, without building the pages, and waits until it is ready. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dataDir, env = {}, logs, cutAfter } = options
  const port = await freePort()
  // the settings of whoever runs this must not leak into the product
  const { DATABASE_URL, SMTP_URL, NODE_ENV, CORS_ORIGINS, ROLE, ...outer } = process.env
  const settings = { DATA_DIR: dataDir, PORT: String(port), RATE_LIMITS: 'off', LOG_LEVEL: 'warn', ...env }
  const flags = ['--max-semi-space-size=8', '--max-old-space-size=512']
  const child = spawn(process.execPath, [...flags, join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    env: { ...outer, ...settings },
    stdio: ['ignore', 'pipe', logs],
    ...(cutAfter !== undefined && { timeout: cutAfter, killSignal: 'SIGKILL' as const }),
  })
  await new Promise<void>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (data) => {
      if (text.length < 10_000) text += data
      if (String(data).includes('ShareMyShows is ready on')) resolve()
      else if (logs === 'inherit') process.stdout.write(data)
    })
    child.once('exit', (code, signal) =>
      reject(new Error(`The server ended with ${code ?? signal}: ${text}`)),
    )
  })
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
