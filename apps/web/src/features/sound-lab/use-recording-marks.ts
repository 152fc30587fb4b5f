import { useQuery } from '@tanstack/react-query'
import type { Mark } from '@/lib/marks'
import { analysisQuery, analysisStatusQuery } from './api'
import { marksOf } from './marks'

const NONE: readonly Mark[] = []

/** Songs and applause of a recording that has been analysed; asks nothing while nobody looks. */
export function useRecordingMarks(id: string, wanted: boolean): readonly Mark[] {
  const { data: known } = useQuery({
    ...analysisStatusQuery(id),
    enabled: wanted,
    select: ({ analyzed_at }) => analyzed_at !== null,
  })
  const { data: marks } = useQuery({
    ...analysisQuery(id),
    enabled: wanted && known === true,
    staleTime: Number.POSITIVE_INFINITY,
    select: marksOf,
  })
  return marks ?? NONE
}
