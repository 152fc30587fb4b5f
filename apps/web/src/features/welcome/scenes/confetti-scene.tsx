import { scatter } from './scatter'

const PAPERS = scatter(54, 4242)
const COLOURS = ['#5ff3f3', '#ffd166', '#ff77c8', '#f4f1ff', '#8ea6ff']

/** The last chorus: paper in the air. */
export function ConfettiScene() {
  return (
    <>
      <defs>
        <radialGradient id="confetti-hall" cx="50%" cy="0%" r="110%">
          <stop offset="0" stopColor="#42d6cf" />
          <stop offset=".4" stopColor="#12637a" />
          <stop offset="1" stopColor="#07182a" />
        </radialGradient>
      </defs>
      <rect width="100" height="100" fill="url(#confetti-hall)" />
      <path d="M44 0h12l34 100H10z" fill="#bffcf6" opacity=".22" />
      {PAPERS.map(({ x, y, z }, index) => (
        <rect
          key={x}
          x={x * 100}
          y={y * 96}
          width={1.4 + z * 2.6}
          height={1 + z * 1.4}
          fill={COLOURS[index % COLOURS.length]}
          transform={`rotate(${z * 360} ${x * 100} ${y * 96})`}
        />
      ))}
    </>
  )
}
