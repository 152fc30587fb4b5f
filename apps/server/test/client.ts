import type { Endpoint } from '@sharemyshows/contract/endpoint'
import { Problem } from '@sharemyshows/contract/errors'
import { endpoints } from '@sharemyshows/contract/index'
import { problemsOf } from '../src/platform/http/route.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; their shape is checked against the contract
type Body = any
export type Answer = { status: number; body: Body; headers: Headers }
export type Person = { id: string; username: string; token: string }
export type Client = Person & {
  request(method: string, path: string, init?: RequestInit): Promise<Answer>
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
}

/** Speaks to the server as one person, by bearer token, and holds every answer to the contract. */
export function createClient(url: string, person: Partial<Person> = {}): Client {
  const request = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers)
    if (person.token && !headers.has('authorization')) headers.set('authorization', `Bearer ${person.token}`)
    const response = await fetch(`${url}/api/v1${path}`, { ...init, method, headers })
    const body = await readBody(response)
    const answer = { status: response.status, body, headers: response.headers }
    holdToContract(method, path, answer)
    return answer
  }
  const send =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      request(method, path, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      })
  return {
    id: '',
    username: '',
    token: '',
    ...person,
    request,
    get: (path) => request('GET', path),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
  }
}

async function readBody(response: Response): Promise<Body> {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('json')) {
    const text = await response.text()
    // HEAD tells the type of a body that is not sent
    return text === '' ? null : JSON.parse(text)
  }
  return type.startsWith('text/') ? response.text() : Buffer.from(await response.arrayBuffer())
}

const patternOf = (endpoint: Endpoint) =>
  new RegExp(`^${endpoint.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)

/** The operation behind a request; literal paths win over parameters. */
function endpointOf(method: string, path: string): Endpoint | undefined {
  const [plain = ''] = path.split('?', 1)
  const fitting = endpoints.filter(
    (endpoint) => endpoint.method === method && patternOf(endpoint).test(plain),
  )
  return fitting.find((endpoint) => endpoint.path === plain) ?? fitting[0]
}

/** Requirement 48: answers are what the contract says, and problems are ones it names. */
function holdToContract(method: string, path: string, answer: Answer): void {
  const endpoint = endpointOf(method, path)
  if (endpoint !== undefined) holdToEndpoint(endpoint, answer)
}

/** Throws when an answer is not one that the endpoint may give. */
export function holdToEndpoint(endpoint: Endpoint, answer: Answer): void {
  const schema = endpoint.answers[answer.status]
  if (schema !== undefined) {
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    if (schema !== null && isJson) schema.parse(answer.body)
    return
  }
  const problem = Problem.parse(answer.body)
  const codes = problemsOf(endpoint).get(answer.status) ?? []
  if (!codes.some((code) => code === problem.code)) {
    const { method, path } = endpoint
    throw new Error(
      `${method} ${path} answered ${answer.status} ${problem.code}, which the contract does not name`,
    )
  }
}
