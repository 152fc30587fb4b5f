import { createContext, useContext } from 'react'
import type { Mark, UseMarks } from '@/lib/marks'

const NONE: readonly Mark[] = []

/** Where the marks of recordings come from: whoever hears them is another feature, and handed in by the page. */
export const MarksSource = createContext<UseMarks>(() => NONE)

/** What is shorter (in seconds) is hardly more than one song. */
const LEAST = 60
export const isWorthMarking = (length: number): boolean => length >= LEAST

/** The songs and the applause of a recording, as far as they are known. */
export function useMarks(id: string, wanted: boolean): readonly Mark[] {
  const useSource = useContext(MarksSource)
  return useSource(id, wanted)
}
