import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

type Swift = { port: number; stop(): Promise<void> }

/** Starts OpenStack Swift, a real object store; it ends with us, however we end. */
async function startSwift(): Promise<Swift> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sms-swift-'))
  // Debian's packages belong to Debian's Python, whichever else comes first
  const child = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'serve-swift.py'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { port } = JSON.parse(await firstLine(child)) as { port: number }
  return {
    port,
    async stop() {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('Swift has nothing to speak with')
  for await (const line of createInterface(child.stdout)) return line
  throw new Error('Swift ended before it listened')
}

/** One store for a whole run, started when the first test asks at `url`. */
export async function offerSwift(): Promise<{ url: string; stop(): Promise<void> }> {
  let swift: Promise<Swift> | undefined
  const offer = createServer(async (_request, response) => {
    swift ??= startSwift()
    const said = await swift.then(
      ({ port }) => ({ port }),
      (error: Error) => ({ error: error.message }),
    )
    response.end(JSON.stringify(said))
  })
  offer.listen(0, '127.0.0.1')
  await once(offer, 'listening')
  return {
    url: `http://127.0.0.1:${(offer.address() as AddressInfo).port}`,
    async stop() {
      offer.close()
      await (await swift?.catch(() => undefined))?.stop()
    },
  }
}
