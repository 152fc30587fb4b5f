import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { Problem } from '@sharemyshows/contract/errors'
import type { z } from 'zod'

/** What an endpoint answers when it succeeds. */
type AnswerOf<E extends Endpoint> =
  Extract<E['answers'][keyof E['answers']], z.ZodType> extends infer Schema extends z.ZodType
    ? z.output<Schema>
    : undefined

type Input<E extends Endpoint> = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: E['body'] extends z.ZodType ? z.input<E['body']> : never
  form?: FormData
}

/** A "no" of the server, or its silence. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Speaks to a running server as one person, or as nobody without a token. */
export type Api = <const E extends Endpoint>(endpoint: E, input?: Input<E>) => Promise<AnswerOf<E>>

const TRIES = 40

/** Calls the API at `origin`. Waits as long as the server asks when it limits requests; throws ApiError otherwise. */
export function createApi(origin: string, token?: string): Api {
  return async <const E extends Endpoint>(endpoint: E, input: Input<E> = {}): Promise<AnswerOf<E>> => {
    const { params = {}, query = {}, body, form } = input
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    )
    const address = `${origin}/api/v1${path}?${new URLSearchParams(query)}`
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const init = {
      method: endpoint.method,
      headers,
      body: form ?? (body === undefined ? null : JSON.stringify(body)),
    }
    for (let tried = 1; ; tried++) {
      const response = await fetch(address, init).catch(noAnswer(origin))
      if (response.ok) return (response.status === 204 ? undefined : await response.json()) as AnswerOf<E>
      const problem = Problem.safeParse(await response.json().catch(() => null)).data
      const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
      if (response.status !== 429 || Number.isNaN(wait) || tried === TRIES) {
        const what = problem?.errors?.map(({ field, message }) => `${field}: ${message}`).join(', ')
        throw new ApiError(
          problem?.code ?? 'unknown',
          `${endpoint.method} ${path}: ${what ?? problem?.message ?? response.status}`,
        )
      }
      await sleep(wait * 1000)
    }
  }
}

const noAnswer = (origin: string) => (): never => {
  throw new ApiError(
    'no_answer',
    `No ShareMyShows answers at ${origin}. Start it with \`npm start\`, or name another address with --url.`,
  )
}

/** Does `work` for each item, at most `most` at a time, in order of their start. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: most }, worker))
}
