import { scatter } from './scatter'

const DUST = scatter(14, 99)

/** The microphone before anybody has come on. */
export function MicrophoneScene() {
  return (
    <>
      <defs>
        <radialGradient id="mic-lamp" cx="34%" cy="26%" r="85%">
          <stop offset="0" stopColor="#fff0d0" />
          <stop offset=".14" stopColor="#ffc069" />
          <stop offset=".45" stopColor="#d24f2c" />
          <stop offset="1" stopColor="#2a0c18" />
        </radialGradient>
      </defs>
      <rect width="100" height="100" fill="url(#mic-lamp)" />
      {DUST.map(({ x, y, z }) => (
        <circle key={x} cx={x * 100} cy={y * 90} r={1.5 + z * 4} fill="#ffd9a0" opacity={0.12 + z * 0.12} />
      ))}
      <g transform="rotate(-32 56 42)" fill="#17080f">
        <rect x="46" y="16" width="20" height="27" rx="10" />
        <path d="M46 32h20v3H46z" fill="#e98a4a" />
        <path d="M49 45h14l-3 38h-8z" />
      </g>
      <path d="M70 62l-14 9v30" fill="none" stroke="#17080f" strokeWidth="4" strokeLinejoin="round" />
    </>
  )
}
