import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type Document, OpenAPIBackend } from 'openapi-backend'

const spec = path.join(
  import.meta.dirname,
  '../../../../shared/specs/soundnet/track-analysis.transcribed.openapi.json',
)
/** Where the description is not beside the project, the stand-in answers without holding questions to it. */
export const soundnetSpec = existsSync(spec) ? spec : null

export const SOUNDNET_KEY = 'a-key-for-soundnet'

type Reply = { status: number; body: string; headers?: Record<string, string> }

/** What the service says of a song that it knows. */
export const sounds = (more: Record<string, unknown> = {}): Reply => ({
  status: 200,
  body: JSON.stringify({
    ...{ id: '0123456789abcdef0123456789abcdef', key: 'C', mode: 'major', camelot: '8B', duration: '3:27' },
    ...{ tempo: 115, popularity: 50, energy: 56, danceability: 81, happiness: 70, acousticness: 16 },
    ...{ instrumentalness: 0, liveness: 5, speechiness: 4, loudness: '-5 dB' },
    ...more,
  }),
})

export const says = (status: number, headers: Record<string, string> = {}): Reply => ({
  ...{ status, headers },
  body: JSON.stringify({ message: `status ${status}` }),
})

export type Soundnet = {
  url: string
  /** Ids of the songs that were asked for, in order. */
  asked: string[]
  /** Questions that the service's description refuses. */
  refused: string[]
  /** What is answered; `next` are given once each, and then `always`. */
  answers: { next: Reply[]; always: Reply }
  stop(): Promise<void>
}

/** The description, whose operations have no names, which they need to be found by. */
async function readDescription(file: string): Promise<OpenAPIBackend> {
  const definition = JSON.parse(readFileSync(file, 'utf8')) as Document
  for (const [address, { get }] of Object.entries(definition.paths ?? {}) as [string, { get: object }][])
    Object.assign(get, { operationId: address })
  return new OpenAPIBackend({ definition, quick: true }).init()
}

/** A stand-in for SoundNet: HTTP as its description has it, with the key of SOUNDNET_KEY. */
export async function startSoundnet(): Promise<Soundnet> {
  const api = soundnetSpec === null ? null : await readDescription(soundnetSpec)
  const asked: string[] = []
  const refused: string[] = []
  const answers: Soundnet['answers'] = { next: [], always: sounds() }

  function answer({ method = 'GET', url = '/', headers }: IncomingMessage): Reply {
    const question = {
      method,
      path: url.split('?')[0] ?? url,
      query: url.split('?')[1] ?? '',
      headers: headers as never,
    }
    if (api !== null) {
      const operation = api.matchOperation(question)
      const errors = operation === undefined ? 'no such operation' : api.validateRequest(question).errors
      if (errors) {
        refused.push(`${method} ${url}: ${JSON.stringify(errors)}`)
        return says(400)
      }
    }
    if (headers['x-rapidapi-key'] !== SOUNDNET_KEY || headers['x-rapidapi-host'] !== headers.host)
      return says(403)
    const id = /^\/pktx\/spotify\/([A-Za-z0-9]{22})$/.exec(question.path)?.[1]
    if (id === undefined) return says(404)
    asked.push(id)
    return answers.next.shift() ?? answers.always
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { status, body, headers } = answer(request)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    refused,
    answers,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
