import { scatter } from './scatter'

const PHONES = scatter(90, 1234)

/** The ballad: hundreds of small lights. */
export function PhonesScene() {
  return (
    <>
      <defs>
        <linearGradient id="phones-hall" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#06101f" />
          <stop offset=".55" stopColor="#123257" />
          <stop offset="1" stopColor="#071122" />
        </linearGradient>
        <radialGradient id="phones-dot">
          <stop offset="0" stopColor="#fff" />
          <stop offset=".3" stopColor="#d8eeff" stopOpacity=".9" />
          <stop offset="1" stopColor="#7cc4ff" stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="100" height="100" fill="url(#phones-hall)" />
      {PHONES.map(({ x, y, z }) => {
        const depth = 18 + y * 82
        return (
          <circle
            key={x}
            cx={x * 104 - 2}
            cy={depth}
            r={(0.8 + z * 1.6) * (0.5 + depth / 55)}
            fill="url(#phones-dot)"
          />
        )
      })}
    </>
  )
}
