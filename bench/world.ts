import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'

const root = path.join(import.meta.dirname, '..')

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

export type Running = { url: string; process: ChildProcess; stop(): Promise<void> }

/** Starts a program of ours and waits for the line that says it is ready. */
export async function start(file: string, env: Record<string, string>, ready: RegExp): Promise<Running> {
  const port = await freePort()
  // with the flags of `npm start`
  const flags = ['--max-semi-space-size=8', '--max-old-space-size=512']
  const child = spawn(process.execPath, [...flags, path.join(root, file)], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (data) => {
      text += text.length < 10_000 ? data : ''
      if (ready.test(text)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${text}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

export type World = {
  dataDir: string
  databaseUrl: string
  ours: Running
  ceiling: Running
  stop(): Promise<void>
}

/** One database, our product and the bare ceiling beside it, each in a process of its own. */
export async function createWorld(): Promise<World> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-bench-'))
  const database = await startEmbeddedPostgres({ dataDir })
  // who waits longer than a second is in the 99th percentile here instead of being told 503, or noise would end the run
  const patience = { DATABASE_WAIT_MS: '10000', RATE_LIMITS: 'off' }
  const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'info', ...patience }
  const ours = await start('bin/start.mjs', env, /is ready on/)
  const ceiling = await start('bench/ceiling.ts', env, /ceiling is ready/)
  return {
    dataDir,
    databaseUrl: database.url,
    ours,
    ceiling,
    stop: async () => {
      await ours.stop()
      await ceiling.stop()
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Resident memory of a process in MB (Linux). */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
