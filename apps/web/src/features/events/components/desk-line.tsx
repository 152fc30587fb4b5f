import { Area, AreaChart, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useMediaQuery } from '@/lib/hooks'
import type { Total } from '../desk-series'

export type LineMark = { at: number; label: string }

type DeskLineProps = {
  line: readonly Total[]
  /** What the total is of: "180 arrived". */
  label: string
  /** Moments that are named on the line. */
  marks?: readonly LineMark[]
  sayAt: (at: number) => string
}

const TICK = { fill: 'var(--soft)', fontSize: 12 }
const LABEL = { fill: 'var(--ink)', fontSize: 12, fontWeight: 600 }
const MARGIN = { top: 26, right: 16, bottom: 0, left: 16 }

/** A total that grows; the line says at its end what it is. */
export function DeskLine({ line, label, marks = [], sayAt }: DeskLineProps) {
  const moving = !useMediaQuery('(prefers-reduced-motion: reduce)')
  const from = line[0]?.at ?? 0
  const until = line.at(-1)?.at ?? 0
  const within = marks.filter(({ at }) => at >= from && at <= until)
  const data = line.map((point, index) => ({ ...point, name: index === line.length - 1 ? label : '' }))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={data} margin={MARGIN} accessibilityLayer={false}>
        <XAxis
          dataKey="at"
          type="number"
          domain={[from, until]}
          tickFormatter={sayAt}
          tick={TICK}
          axisLine={false}
          tickLine={false}
          tickCount={5}
          minTickGap={24}
          interval="preserveStartEnd"
        />
        <YAxis hide allowDecimals={false} domain={[0, 'dataMax']} />
        {within.map((mark) => (
          <ReferenceLine
            key={mark.label}
            x={mark.at}
            stroke="var(--edge)"
            strokeDasharray="3 3"
            label={{ value: mark.label, position: 'insideTopLeft', ...TICK }}
          />
        ))}
        <Area
          dataKey="total"
          type="linear"
          stroke="var(--accent)"
          strokeWidth={3}
          fill="var(--accent)"
          fillOpacity={0.14}
          dot={false}
          isAnimationActive={moving}
          animationDuration={300}
        >
          <LabelList dataKey="name" content={EndLabel} />
        </Area>
      </AreaChart>
    </ResponsiveContainer>
  )
}

type LabelProps = { x?: number | string; y?: number | string; value?: unknown }

/** Ends where the line ends, so that it is never cut off. */
function EndLabel({ x = 0, y = 0, value }: LabelProps) {
  if (typeof value !== 'string' || value === '') return null
  return (
    <text x={Number(x)} y={Number(y) - 9} textAnchor="end" style={LABEL}>
      {value}
    </text>
  )
}
