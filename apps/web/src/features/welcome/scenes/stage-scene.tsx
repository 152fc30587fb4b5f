import { Crowd } from './crowd'

const LAMPS = [
  { x: 22, foot: 58, colour: '#b48cff' },
  { x: 58, foot: 30, colour: '#ff7ad9' },
  { x: 102, foot: 132, colour: '#8ea6ff' },
  { x: 138, foot: 100, colour: '#c58bff' },
]

/** The stage from the middle of the crowd. */
export function StageScene() {
  return (
    <>
      <defs>
        <radialGradient id="stage-glow" cx="50%" cy="78%" r="75%">
          <stop offset="0" stopColor="#ff9ae0" />
          <stop offset=".35" stopColor="#9b3fd1" />
          <stop offset=".75" stopColor="#2c1560" />
          <stop offset="1" stopColor="#0d0820" />
        </radialGradient>
        <linearGradient id="stage-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#fff" stopOpacity=".85" />
          <stop offset="1" stopColor="#fff" stopOpacity="0" />
        </linearGradient>
        <mask id="stage-mask">
          <rect width="160" height="82" fill="url(#stage-fade)" />
        </mask>
      </defs>
      <rect width="160" height="100" fill="url(#stage-glow)" />
      <g mask="url(#stage-mask)" className="mix-blend-screen">
        {LAMPS.map(({ x, foot, colour }) => (
          <path key={x} d={`M${x - 1} 0h2L${foot + 17} 82H${foot - 17}z`} fill={colour} />
        ))}
      </g>
      <g fill="#1a0b33">
        <rect x="0" y="77" width="160" height="6" />
        <path d="M76.5 60a2.9 2.9 0 1 1 5.8 0a2.9 2.9 0 1 1-5.8 0M74.5 78l1-12q.5-3 4-3t4 3l1 12zM82 67l8 5-1 1.5-8-3z" />
        <path d="M48 63a2.6 2.6 0 1 1 5.2 0a2.6 2.6 0 1 1-5.2 0M46.5 78l1-10q.5-2.5 3.2-2.5t3.2 2.5l1 10zM40 74l17-6 .6 1.4-17 6.5z" />
        <path d="M107 64a2.6 2.6 0 1 1 5.2 0a2.6 2.6 0 1 1-5.2 0M105 78l1-9q.5-2.5 3.5-2.5t3.5 2.5l1 9zM98 70h9v8h-9zM112 70h10v8h-10z" />
      </g>
      <Crowd />
    </>
  )
}
