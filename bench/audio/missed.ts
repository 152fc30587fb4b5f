import type { Analysis } from '@sharemyshows/audio/analysis'
import type { Heard } from './figures.ts'
import { keyScore, tempoScore } from './scores.ts'

/** A line for each clip of which tempo, meter or key is not what people say. */
export function missed(heard: readonly Heard<Partial<Analysis>>[]): string[] {
  return heard.flatMap(({ clip, analysis: { tempo, time_signature, key } }) => {
    const said: string[] = []
    if (tempo && clip.bpm !== null && !tempoScore(tempo.bpm, clip.bpm).exact)
      said.push(`tempo ${tempo.bpm?.toFixed(1)} for ${clip.bpm}`)
    if (time_signature !== undefined && clip.meter !== '' && time_signature !== clip.meter)
      said.push(`meter ${time_signature} for ${clip.meter}`)
    if (key && clip.key !== '' && keyScore(key, clip.key) < 1)
      said.push(`key ${key.tonic} ${key.mode} for ${clip.key}`)
    return said.length === 0 ? [] : [`${clip.id}: ${said.join(', ')}`]
  })
}
