import type { Analysis } from '@sharemyshows/contract/analysis'
import { memo } from 'react'
import { sayNumber } from '../model'
import { Panel } from './panel'

/** What is measured of the sound besides: each number with what it means. */
export const AnalysisSound = memo(function AnalysisSound({ analysis }: { analysis: Analysis }) {
  const { spectral_centroid: centroid, onset_rate: onsets, zero_crossing_rate: crossings } = analysis
  const facts = [
    {
      name: 'Spectral centroid',
      value: centroid === null ? 'None' : `${Math.round(centroid)} Hz`,
      means: 'Where the middle of its frequencies lies: higher sounds brighter.',
    },
    {
      name: 'Onsets',
      value: `${sayNumber(onsets)} a second`,
      means: 'How many sounds begin each second.',
    },
    {
      name: 'Zero crossings',
      value: `${sayNumber(crossings * 100)} %`,
      means: 'The share of samples at which the wave changes sides: noise and hiss have many.',
    },
    {
      name: 'File',
      value: `${sayNumber(analysis.sample_rate / 1000)} kHz`,
      means: analysis.channels === 1 ? 'One channel.' : `${analysis.channels} channels.`,
    },
  ]
  return (
    <Panel title="Sound">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5">
        {facts.map(({ name, value, means }) => (
          <div key={name}>
            <dt className="text-12 text-soft">{name}</dt>
            <dd>
              <span className="font-bold font-display text-20 tabular-nums">{value}</span>
              <span className="block text-14 text-soft">{means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
})
