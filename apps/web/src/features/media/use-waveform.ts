import type { Waveform } from '@sharemyshows/contract/audio'
import { useQuery } from '@tanstack/react-query'
import { waveformQuery } from './recordings'

/** The peaks of a recording: undefined while they load or are not wanted yet, null where there are none. */
export function useWaveform(id: string, has: boolean, wanted = true): Waveform | undefined | null {
  const { data, isError } = useQuery({ ...waveformQuery(id), enabled: has && wanted })
  return !has || isError ? null : data
}
