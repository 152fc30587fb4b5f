import { useMemo } from 'react'
import { encode } from 'uqr'
import { cn } from '@/lib/cn'

/** Modules of quiet around the code, which readers need. */
const QUIET = 4

type QrCodeProps = {
  text: string
  /** What it holds, for those who do not see it. */
  label: string
  className?: string
}

/** A QR code, dark on paper in either theme: many readers do not take it the other way round. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { size, path } = useMemo(() => draw(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      data-theme="light"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cn('rounded-control bg-raised', className)}
    >
      <path d={path} className="fill-ink" />
    </svg>
  )
}

function draw(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET })
  const runs = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: runs.join('') }
}
