import type { ReportTarget } from '@sharemyshows/contract/moderation'
import { useSyncExternalStore } from 'react'

/** What somebody wants to report: a thing by its id, and what she calls it, "the comment by Noor". */
export type Reporting = { target: ReportTarget; id: string; name: string }

let asked: Reporting | null = null
let allowed = false
const listeners = new Set<() => void>()

/** Opens the question what is wrong with a thing, over whatever page; null closes it. */
export function openReport(next: Reporting | null): void {
  asked = next
  tell()
}

/** Says whether reports are taken: from those who are signed in. */
export function allowReports(may: boolean): void {
  if (may === allowed) return
  allowed = may
  tell()
}

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const read = () => asked

/** What is being reported, live; for the host of the dialog. */
export const useReporting = (): Reporting | null => useSyncExternalStore(subscribe, read, read)

const may = () => allowed

/** Whether whoever looks may report things, live. */
export const useCanReport = (): boolean => useSyncExternalStore(subscribe, may, may)
