import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Product, startProduct } from '../product.ts'
import { root } from '../programs.ts'
import { type Client, createClient } from './client.ts'
import { createRelay } from './relay.ts'

export type UploadTorture = {
  dataDir: string
  /** How large the video is. */
  bytes: number
  /** The network dies without a word, so that the server has to notice by itself. */
  silently: boolean
  say: (line: string) => void
}

const MB = 1_048_576
const clip = join(root, 'apps/server/test/media/clip.mp4')

/** A real video, made as long as is wanted by boxes that players pass over. */
async function makeVideo(file: string, bytes: number): Promise<string> {
  const handle = await open(file, 'wx')
  const sum = createHash('sha256')
  const put = async (chunk: Buffer) => {
    sum.update(chunk)
    await handle.writeFile(chunk)
  }
  const video = await readFile(clip)
  await put(video)
  for (let left = bytes - video.length; left > 0; ) {
    // no box is smaller than its head
    const size = left < MB + 8 ? left : MB
    const head = Buffer.alloc(8)
    head.writeUInt32BE(size)
    head.write('free', 4)
    await put(Buffer.concat([head, randomBytes(size - 8)]))
    left -= size
  }
  await handle.close()
  return sum.digest('hex')
}

type Sender = {
  process: ChildProcess
  /** Resolves when so many bytes have been sent, or the sender has ended. */
  past(bytes: number): Promise<void>
  address: () => string
}

/** A client in a process of its own. */
function send(file: string, { token }: Client, url: string, address: string): Sender {
  const script = join(root, 'tools/torture/send-upload.ts')
  const endpoint = `${url}/api/v1/uploads`
  const args = [script, file, token, endpoint, ...(address === '' ? [] : [url + address])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const looks = new Set<() => void>()
  let sent = 0
  let known = address
  let ended = false
  const look = () => {
    for (const one of looks) one()
  }
  createInterface(child.stdout).on('line', (line) => {
    const said = JSON.parse(line) as { sent?: number; address?: string }
    sent = said.sent ?? sent
    known = said.address ?? known
    look()
  })
  child.once('exit', () => {
    ended = true
    look()
  })
  return {
    process: child,
    address: () => known,
    past: (bytes) =>
      new Promise((resolve) => {
        const check = () => {
          if (sent < bytes && !ended) return
          looks.delete(check)
          resolve()
        }
        looks.add(check)
        check()
      }),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** How far the server says the upload is. */
async function offsetOf({ url, token }: Client, address: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' }
  const answer = await fetch(url + address, { method: 'HEAD', headers })
  if (answer.status !== 200) throw new Error(`asked for the offset, the server answered ${answer.status}`)
  return Number(answer.headers.get('upload-offset'))
}

/**
 * Sends a video and cuts it off three times: its client is killed, the network dies, the server is killed. Throws unless
 * it goes on each time from where it was, and arrives byte for byte.
 */
export async function tortureUpload({ dataDir, bytes, silently, say }: UploadTorture): Promise<void> {
  const file = join(dataDir, 'night.mp4')
  const sha256 = await makeVideo(file, bytes)
  const client = createClient()
  const start = async (): Promise<Product> => {
    const product = await startProduct({
      dataDir: join(dataDir, 'data'),
      logs: 'inherit',
      env: { LOG_LEVEL: 'error' },
    })
    client.url = product.url
    await client.signIn()
    return product
  }
  let product = await start()
  let address = ''
  let safe = 0
  const check = async (what: string) => {
    const offset = await offsetOf(client, address)
    if (offset < safe || offset === 0) throw new Error(`${what}: the offset went from ${safe} to ${offset}`)
    safe = offset
    say(`${what}: ${(offset / MB).toFixed(1)} of ${(bytes / MB).toFixed(1)} MB are safe`)
  }

  const first = send(file, client, client.url, address)
  await first.past(bytes * 0.2)
  await kill(first.process)
  address = first.address()
  await check('client killed')

  const relay = await createRelay(client.url)
  const second = send(file, client, relay.url, address)
  await second.past(bytes * 0.45)
  relay.drop(silently)
  await kill(second.process)
  await check(silently ? 'network gone in silence' : 'network gone')

  const third = send(file, client, client.url, address)
  await third.past(bytes * 0.7)
  product.process.kill('SIGKILL')
  await Promise.all([once(product.process, 'exit'), kill(third.process)])
  relay.close()
  product = await start()
  await check('server killed')

  try {
    const last = send(file, client, client.url, address)
    if (last.process.exitCode === null) await once(last.process, 'exit')
    await arrived(client, address, sha256)
    say(`arrived, byte for byte: ${sha256}`)
  } finally {
    await product.stop()
  }
}

type Ended = { state: string; kind: string; media_id: string }

async function arrived(client: Client, address: string, sha256: string): Promise<void> {
  const path = address.slice('/api/v1'.length)
  let upload: Ended
  do upload = (await (await client.request('GET', path)).json()) as Ended
  while (upload.state === 'finishing')
  if (upload.state !== 'done' || upload.kind !== 'video')
    throw new Error(`it ended as ${JSON.stringify(upload)}`)
  const answer = await client.request('GET', `/videos/${upload.media_id}/original`)
  const sum = createHash('sha256')
  for await (const chunk of answer.body ?? []) sum.update(chunk)
  if (sum.digest('hex') !== sha256) throw new Error('other bytes arrived than were sent')
}
