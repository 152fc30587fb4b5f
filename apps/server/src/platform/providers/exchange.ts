import { type Dispatcher, errors } from 'undici'

/** What another server answered, as it stands. */
export type Reply = { ok: true; status: number; headers: Headers; text: string }
/** Why it gave no answer that can be read. */
export type Silence = {
  ok: false
  reason: 'unreachable' | 'timeout' | 'cut_off' | 'too_large' | 'paused'
}

export type Question = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: URL
  headers: Record<string, string>
  body: string | null
}

export type Bounds = { timeoutMs: number; mostBytes: number }

/** Asks once. What the outside does is an answer and never thrown; a redirect is an answer, too, and not followed. */
export async function exchange(
  agent: Dispatcher,
  question: Question,
  { timeoutMs, mostBytes }: Bounds,
): Promise<Reply | Silence> {
  const { url, method, headers, body } = question
  let begun = false
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { 'user-agent': 'ShareMyShows', accept: 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    })
    begun = true
    const parts: Buffer[] = []
    let bytes = 0
    for await (const part of answer.body as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > mostBytes) return { ok: false, reason: 'too_large' }
      parts.push(part)
    }
    return {
      ok: true,
      status: answer.statusCode,
      headers: headersOf(answer.headers),
      text: Buffer.concat(parts).toString('utf8'),
    }
  } catch (error) {
    return { ok: false, reason: reasonOf(error, begun) }
  }
}

function headersOf(given: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  return headers
}

function reasonOf(error: unknown, begun: boolean): Silence['reason'] {
  const late = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name)
  if (late || error instanceof errors.ConnectTimeoutError || error instanceof errors.HeadersTimeoutError)
    return 'timeout'
  return begun ? 'cut_off' : 'unreachable'
}
