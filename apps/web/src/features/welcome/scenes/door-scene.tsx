const WINDOWS = [22, 42, 62]
const QUEUE = [8, 15, 21, 27, 34, 66, 73, 79, 86, 92]

/** The hall from the street, an hour before. */
export function DoorScene() {
  return (
    <>
      <defs>
        <linearGradient id="door-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#0c1330" />
          <stop offset=".6" stopColor="#3a2a5c" />
          <stop offset="1" stopColor="#c0657a" />
        </linearGradient>
      </defs>
      <rect width="100" height="100" fill="url(#door-sky)" />
      <path d="M12 100V40l38-26 38 26v60z" fill="#140d22" />
      {WINDOWS.map((x) => (
        <path key={x} d={`M${x} 66V52a8 8 0 0 1 16 0v14z`} fill="#ffcf7a" opacity={x === 42 ? 1 : 0.82} />
      ))}
      <circle cx="50" cy="33" r="5.5" fill="#ffcf7a" opacity=".9" />
      <path d="M41 100V78h18v22z" fill="#ffe2a8" />
      <path d="M0 91h100v9H0z" fill="#0a0714" />
      <g fill="#0a0714">
        {QUEUE.map((x, index) => (
          <path
            key={x}
            d={`M${x - 2.4} 93v-${7 + (index % 3)}a2.4 2.4 0 0 1 4.8 0v${7 + (index % 3)}zm.6-${11 + (index % 3)}a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0`}
          />
        ))}
      </g>
    </>
  )
}
