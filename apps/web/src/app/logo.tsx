const TICKET =
  'M5 14.5h3.6a2.4 2.4 0 0 0 4.8 0H27a2 2 0 0 1 2 2V26a2 2 0 0 1-2 2H13.4a2.4 2.4 0 0 0-4.8 0H5a2 2 0 0 1-2-2v-9.5a2 2 0 0 1 2-2zM11 18.2a1.05 1.05 0 1 0 0 2.1 1.05 1.05 0 0 0 0-2.1zm0 3.9a1.05 1.05 0 1 0 0 2.1 1.05 1.05 0 0 0 0-2.1z'

/** The mark, a ticket stub under the beam of a stage light; public/favicon.svg is the same on a dark tile. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="2 0 28 28" width={size} height={size} aria-hidden="true">
      <defs>
        <linearGradient id="logo-beam" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#7fb0ff" />
          <stop offset=".55" stopColor="#9467f7" />
          <stop offset="1" stopColor="#e24fd0" />
        </linearGradient>
      </defs>
      <path d="M13 0h6l8 17H5z" fill="url(#logo-beam)" />
      <path d={TICKET} className="fill-ink" fillRule="evenodd" />
    </svg>
  )
}

/** The mark with the name beside it. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-bold font-display text-20 tracking-tight">
      <Logo />
      ShareMyShows
    </span>
  )
}
