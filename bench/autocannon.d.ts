declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    duration: number
    method?: string
    headers?: Record<string, string>
    requests?: { method: string; setupRequest: (request: object) => object }[]
  }
  type Result = {
    requests: { average: number; total: number }
    latency: { p99: number }
    non2xx: number
    errors: number
    timeouts: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
