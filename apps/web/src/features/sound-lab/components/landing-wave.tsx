/** The strokes of a picture of sound: an ornament that means no recording in particular. */
const STROKES = Array.from({ length: 96 }, (_, at) => {
  const swell = Math.sin((at / 95) * Math.PI) ** 0.7
  const height = 6 + 84 * swell * Math.abs(Math.sin(at * 0.71) * Math.cos(at * 0.23 + 1.1))
  return `M${at * 5 + 2.5} ${(50 - height / 2).toFixed(1)}V${(50 + height / 2).toFixed(1)}`
}).join('')

/** A waveform in the colours of the Sound Lab, as an ornament. */
export function LandingWave() {
  return (
    <svg aria-hidden viewBox="0 0 480 100" preserveAspectRatio="none" className="h-28 w-full sm:h-40">
      <defs>
        <linearGradient id="landing-wave" x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stopColor="var(--cyan)" />
          <stop offset="0.35" stopColor="var(--primary)" />
          <stop offset="0.7" stopColor="var(--purple)" />
          <stop offset="1" stopColor="var(--magenta)" />
        </linearGradient>
      </defs>
      {/* a line of its own has no box to fill, so the colours are laid over all strokes at once */}
      <mask id="landing-strokes">
        <path d={STROKES} stroke="#fff" strokeWidth={2.5} strokeLinecap="round" />
      </mask>
      <rect width="480" height="100" fill="url(#landing-wave)" mask="url(#landing-strokes)" />
    </svg>
  )
}
