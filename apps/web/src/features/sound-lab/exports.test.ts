import { describe, expect, it } from 'vitest'
import { anAnalysis } from './analysis-for-tests'
import { fileOf } from './exports'

const analysis = anAnalysis({
  tempo: { bpm: 118, confidence: 0.8, alternatives: [] },
  key: { tonic: 'A', mode: 'minor', confidence: 0.7, alternatives: [], tuning: -4 },
  loudness_lufs: -11.2,
  genres: [{ label: 'Rock', probability: 0.83 }],
  segments: [{ kind: 'music', start: 0, end: 8, confidence: 0.9 }],
  songs: [{ start: 0.5, end: 8, confidence: 0.8 }],
  beats: [0.5, 1.00000001],
})
const linesOf = async (content: Blob) => (await content.text()).split('\r\n')

describe('what an analysis is saved as', () => {
  it('is as JSON what the server answered', async () => {
    const { name, content } = fileOf('json', analysis, 'Été: last song')
    expect(name).toBe('été-last-song-analysis.json')
    expect(JSON.parse(await content.text())).toEqual(analysis)
  })

  it('is one line of measures, under whose names each stands, and runs nothing', async () => {
    const [names = '', cells = ''] = await linesOf(fileOf('measures', analysis, '=cmd()').content)
    const row = new Map(names.split(',').map((name, at) => [name, cells.split(',')[at]]))
    expect(cells).toMatch(/^'=cmd\(\),/)
    expect([row.get('bpm'), row.get('camelot'), row.get('loudness_lufs'), row.get('genres')]).toEqual([
      '118',
      '8A',
      '-11.2',
      'Rock 0.83',
    ])
    expect(row.get('true_peak_dbtp')).toBe('')
  })

  it('has a line for each song and section, and for each beat', async () => {
    const sections = await linesOf(fileOf('sections', analysis, 'x').content)
    expect(sections.slice(1)).toEqual(['song 1,0.5,8,0.8', 'music,0,8,0.9', ''])
    const beats = await linesOf(fileOf('beats', analysis, 'x').content)
    expect(beats.slice(1)).toEqual(['1,0.5', '2,1', ''])
  })

  it('has a name also where the title has no letters', () => {
    expect(fileOf('beats', analysis, '???').name).toBe('recording-beats.csv')
  })
})
