import type { Listener } from './listener.ts'

/** What was asked of the stand-in, and what it says. */
export type Asked = { method: string; path: string; query: Record<string, string>; body: string }
export type Said = { status: number; body?: unknown; headers?: Record<string, string> }

/** What an operation of the Web API gets. */
export type Call = {
  listener: Listener
  base: string
  params: Record<string, string>
  query: Record<string, string>
  body: Record<string, unknown>
}
