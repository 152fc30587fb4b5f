import type { Message } from './model'

/** Which part of what is known stands on the page, by numbers; `to` null follows the conversation. */
export type View = { from: number; to: number | null }

const STEP = 50
/** More lines than this are never drawn at once. */
export const MOST_DRAWN = 200

/** The end of the conversation, and what comes. */
export const latest = (messages: readonly Message[]): View => ({
  from: messages.at(-2 * STEP)?.number ?? 0,
  to: null,
})

/** The lines of the view. */
export const inView = (messages: readonly Message[], { from, to }: View): readonly Message[] =>
  messages.filter(({ number }) => number >= from && (to === null || number <= to))

/** The view a step towards the beginning. Only what is known can come into it. */
export function earlier(messages: readonly Message[], view: View): View {
  const first = messages.findIndex(({ number }) => number >= view.from)
  const from = Math.max(0, (first === -1 ? messages.length : first) - STEP)
  const shown = inView(messages, { from: messages[from]?.number ?? 0, to: view.to })
  return {
    from: messages[from]?.number ?? 0,
    to: shown.length > MOST_DRAWN ? (shown[MOST_DRAWN - 1]?.number ?? null) : view.to,
  }
}

/** The view a step towards the end. */
export function later(messages: readonly Message[], view: View): View {
  if (view.to === null) return view
  const { to: end } = view
  const last = messages.findLastIndex(({ number }) => number <= end) + STEP
  const to = last >= messages.length - 1 ? null : (messages[last]?.number ?? null)
  const shown = inView(messages, { from: view.from, to })
  return { from: shown.at(-MOST_DRAWN)?.number ?? view.from, to }
}

/** What was said earlier is known and not in view. */
export const hasMoreBefore = (messages: readonly Message[], { from }: View): boolean =>
  (messages[0]?.number ?? from) < from
