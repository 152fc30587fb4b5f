import { createHash } from 'node:crypto'

/** The product, wherever it listens this round, as one person. */
export type Client = {
  url: string
  token: string
  request(method: string, path: string, body?: object | FormData, key?: string): Promise<Response>
  signIn(): Promise<void>
}

const ana = { username: 'ana', email: 'ana@example.org', password: 'four small tickets' }

export function createClient(): Client {
  const client: Client = {
    url: '',
    token: '',
    request(method, path, body, key) {
      const headers = new Headers()
      if (client.token !== '') headers.set('authorization', `Bearer ${client.token}`)
      if (key !== undefined) headers.set('idempotency-key', key)
      const isForm = body instanceof FormData
      if (body !== undefined && !isForm) headers.set('content-type', 'application/json')
      const sent = body === undefined ? null : isForm ? body : JSON.stringify(body)
      return fetch(`${client.url}/api/v1${path}`, { method, headers, body: sent })
    },
    async signIn() {
      client.token = ''
      const credentials = { identifier: ana.username, password: ana.password }
      let answer = await client.request('POST', '/auth/login', credentials)
      if (answer.status === 401) answer = await client.request('POST', '/auth/register', ana)
      client.token = ((await answer.json()) as { access_token: string }).access_token
    },
  }
  return client
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
