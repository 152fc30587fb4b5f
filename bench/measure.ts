import autocannon from 'autocannon'

/** The middle value of an odd or even number of values. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** One line a figure: the value, what it is measured against, and their ratio. */
export type Figure = {
  name: string
  value: number
  unit: string
  ceiling: number
  /** value / ceiling, unless it was measured round by round */
  ratio?: number
  [more: string]: number | string | undefined
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

export function report(figure: Figure): void {
  const { name, value, unit, ceiling, ratio = value / ceiling, ...more } = figure
  const rest = Object.fromEntries(
    Object.entries(more).map(([key, v]) => [key, typeof v === 'number' ? rounded(v) : v]),
  )
  console.log(
    JSON.stringify({
      name,
      value: rounded(value),
      unit,
      ceiling: rounded(ceiling),
      ratio: rounded(ratio),
      ...rest,
    }),
  )
}

export type Load = { rate: number; p99: number }
export type Request = {
  url: string
  headers?: Record<string, string>
  method?: 'GET' | 'POST'
  /** A body for each request, so that creates differ. */
  body?: () => string
}

/** Answers a second and the 99th percentile (ms) under load; fails when any answer is not a success. */
export async function load(request: Request, seconds: number, connections: number): Promise<Load> {
  const { url, headers = {}, method = 'GET', body } = request
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
    method,
    ...(body === undefined
      ? {}
      : { requests: [{ method, setupRequest: (given) => ({ ...given, body: body() }) }] }),
  })
  const bad = result.non2xx + result.errors + result.timeouts
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} answers of ${url} were no success`)
  return { rate: result.requests.average, p99: result.latency.p99 }
}

export type Contest = { ours: Load; ceiling: Load; ratio: number; p99Ratio: number }

/** Both sides in turns, so that a noisy machine is noisy for both; medians of the rounds. */
export async function contest(
  ours: Request,
  ceiling: Request,
  options: { rounds: number; seconds: number; connections: number },
): Promise<Contest> {
  const { rounds, seconds, connections } = options
  const results: [Load, Load][] = []
  // as many connections as are pooled first: each plans every text once, and that is not what is measured
  await load(ours, 4, 16)
  await load(ceiling, 4, 16)
  for (let round = 0; round < rounds; round++) {
    const first = await load(round % 2 === 0 ? ours : ceiling, seconds, connections)
    const second = await load(round % 2 === 0 ? ceiling : ours, seconds, connections)
    results.push(round % 2 === 0 ? [first, second] : [second, first])
  }
  const side = (index: 0 | 1): Load => ({
    rate: median(results.map((pair) => pair[index].rate)),
    p99: median(results.map((pair) => pair[index].p99)),
  })
  return {
    ours: side(0),
    ceiling: side(1),
    ratio: median(results.map(([a, b]) => a.rate / b.rate)),
    p99Ratio: median(results.map(([a, b]) => a.p99 / b.p99)),
  }
}
