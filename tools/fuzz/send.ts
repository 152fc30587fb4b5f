import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Attempt } from './attempt.ts'

export type Reply = { status: number; headers: Headers; bytes: Buffer }

const PATIENCE_MS = 30_000

/** Some of the hostile headers ask for a packed answer. */
function unpacked(bytes: Buffer, headers: Headers): Buffer {
  const coding = headers.get('content-encoding')
  if (bytes.length === 0 || coding === null) return bytes
  return coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
}

/** Sends requests as they are, byte for byte, over connections that are kept. */
export function createSender(url: string): {
  send(attempt: Attempt, credentials: Record<string, string>): Promise<Reply>
  close(): void
} {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true })

  const once = (
    { endpoint, path, headers, body }: Attempt,
    credentials: Record<string, string>,
    fresh: boolean,
  ) =>
    new Promise<Reply>((resolve, reject) => {
      const sending = request(
        {
          hostname,
          port,
          path,
          method: endpoint.method,
          agent: fresh ? false : agent,
          headers: {
            ...credentials,
            ...headers,
            ...(body === null ? {} : { 'content-length': body.length }),
          },
          timeout: PATIENCE_MS,
          joinDuplicateHeaders: true,
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk) => chunks.push(chunk))
          response.once('error', reject)
          response.once('end', () => {
            const given = new Headers()
            for (const [name, value] of Object.entries(response.headersDistinct)) {
              for (const line of value ?? []) given.append(name, line)
            }
            resolve({
              status: response.statusCode ?? 0,
              headers: given,
              bytes: unpacked(Buffer.concat(chunks), given),
            })
          })
        },
      )
      sending.once('timeout', () => sending.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)))
      sending.once('error', reject)
      sending.end(body ?? undefined)
    })

  return {
    // a kept connection may be closed by the server just as we take it: that says nothing of the request
    send: (attempt, credentials) =>
      once(attempt, credentials, false).catch(() => once(attempt, credentials, true)),
    close: () => agent.destroy(),
  }
}
