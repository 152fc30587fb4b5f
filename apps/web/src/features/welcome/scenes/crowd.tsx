import { scatter } from './scatter'

const HEADS = scatter(19, 77)
const ARMS = [
  'M29 92Q25 76 27.5 60L28.5 55.5q.8-1.6 2-.4L31 60q-1.5 16 4 32z',
  'M44 92Q48 74 45 57l-.5-5q.8-1.5 2.2-.2L49 57q3.5 18 .5 35z',
  'M104 92Q101 76 106 62l1.2-4.5q1.2-1.3 2.2.1L109 62.5q-4 14 .5 29.5z',
  'M127 92Q131 78 128 66l-.4-4.2q1-1.4 2.2 0L131.5 66q3 12 1 26z',
]

/** The people in front, as a dark edge along the foot of a 160 × 100 picture. */
export function Crowd({ fill = '#07060c' }: { fill?: string }) {
  return (
    <g fill={fill}>
      {ARMS.map((arm) => (
        <path key={arm} d={arm} />
      ))}
      {HEADS.map(({ x, y, z }, index) => {
        const [cx, cy, r] = [(index / 18) * 164 - 2 + x * 4, 79 + y * 6, 3.6 + z * 1.6]
        return (
          <g key={cx}>
            <ellipse cx={cx} cy={cy} rx={r * 0.9} ry={r * 1.1} />
            <path
              d={`M${cx - r * 2.1} 100q0-${100 - cy - r} ${r * 2.1}-${100 - cy - r}t${r * 2.1} ${100 - cy - r}z`}
            />
          </g>
        )
      })}
      <rect y="90" width="160" height="10" />
    </g>
  )
}
