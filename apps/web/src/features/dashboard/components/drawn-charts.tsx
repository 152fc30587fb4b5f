import { Bar, BarChart, LabelList, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useMediaQuery } from '@/lib/hooks'
import type { Growth } from '../model'

const TICK = { fill: 'var(--soft)', fontSize: 12 }
const LABEL = { fill: 'var(--ink)', fontSize: 12, fontWeight: 600 }
const MARGIN = { top: 22, right: 12, bottom: 0, left: 12 }

type Bars = readonly { year: number; been: number; upcoming: number }[]

/** A bar a year, its number above it; what is to come is only outlined. */
export function YearBars({ bars }: { bars: Bars }) {
  const moving = !useMediaQuery('(prefers-reduced-motion: reduce)')
  // a bar of no height bears no label, so the number stands on whichever part is the upper one
  const data = bars.map(({ year, been, upcoming }) => ({
    year,
    been,
    upcoming,
    onBeen: upcoming === 0 && been > 0 ? been : '',
    onUpcoming: upcoming > 0 ? been + upcoming : '',
  }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={data} margin={MARGIN} accessibilityLayer={false} barCategoryGap="18%">
        <XAxis dataKey="year" tick={TICK} axisLine={false} tickLine={false} interval="preserveStartEnd" />
        <YAxis hide allowDecimals={false} />
        <Bar
          dataKey="been"
          stackId="year"
          fill="var(--accent)"
          radius={3}
          maxBarSize={48}
          isAnimationActive={moving}
        >
          <LabelList dataKey="onBeen" position="top" style={LABEL} />
        </Bar>
        <Bar
          dataKey="upcoming"
          stackId="year"
          fill="transparent"
          stroke="var(--accent)"
          strokeDasharray="3 3"
          radius={3}
          maxBarSize={48}
          isAnimationActive={moving}
        >
          <LabelList dataKey="onUpcoming" position="top" style={LABEL} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}

/** How two years grew; each line is named at its end. */
export function GrowthLines({ growth, year }: { growth: readonly Growth[]; year: number }) {
  const moving = !useMediaQuery('(prefers-reduced-motion: reduce)')
  const lastNow = growth.findLastIndex(({ now }) => now !== null)
  const data = growth.map((each, index) => ({
    ...each,
    nameOfNow: index === lastNow ? `${year}: ${each.now}` : '',
    nameOfBefore: index === growth.length - 1 ? `${year - 1}: ${each.before}` : '',
  }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={data} margin={{ ...MARGIN, right: 44 }} accessibilityLayer={false}>
        <XAxis
          dataKey="month"
          tick={TICK}
          axisLine={false}
          tickLine={false}
          interval="equidistantPreserveStart"
        />
        <YAxis hide allowDecimals={false} />
        <Line
          dataKey="before"
          type="stepAfter"
          stroke="var(--edge)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={moving}
        >
          <LabelList dataKey="nameOfBefore" position="top" style={{ ...LABEL, fill: 'var(--soft)' }} />
        </Line>
        <Line
          dataKey="now"
          type="stepAfter"
          stroke="var(--accent)"
          strokeWidth={3}
          dot={false}
          isAnimationActive={moving}
        >
          <LabelList dataKey="nameOfNow" position="top" style={LABEL} />
        </Line>
      </LineChart>
    </ResponsiveContainer>
  )
}
