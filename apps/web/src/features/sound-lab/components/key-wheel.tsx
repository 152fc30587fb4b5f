import type { KeyboardEvent, ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { camelotOf, keyAt, type Mode, type MusicalKey, sayKey, sayTonic } from '../harmony'
import { RINGS, sectorCentre, sectorPath, WHEEL } from '../wheel'

/** `here` is the key itself, `near` what mixes well with it, `maybe` what it might be instead. */
export type KeyMark = 'here' | 'near' | 'maybe' | undefined

type KeyWheelProps = {
  /** What it shows, for screen readers. */
  label: string
  mark: (key: MusicalKey) => KeyMark
  /** Given, keys can be chosen. */
  onPick?: (key: MusicalKey) => void
  /** In its middle: SVG, within 40 of the centre. */
  children?: ReactNode
  className?: string
}

const MODES: readonly Mode[] = ['major', 'minor']
const KEYS = MODES.flatMap((mode) => Array.from({ length: 12 }, (_, place) => ({ place, mode })))

const FILLS: Record<NonNullable<KeyMark> | 'none', string> = {
  here: 'fill-accent-fill stroke-accent',
  near: 'fill-accent/25 stroke-accent/60',
  maybe: 'fill-purple/20 stroke-purple [stroke-dasharray:3_2.5]',
  none: 'fill-ink/6 stroke-transparent',
}

/** The circle of fifths: major keys outside, their relative minor keys inside. */
export function KeyWheel({ label, mark, onPick, children, className }: KeyWheelProps) {
  return (
    <svg
      viewBox={`0 0 ${WHEEL} ${WHEEL}`}
      role={onPick ? 'group' : 'img'}
      aria-label={label}
      className={cn('w-full select-none', className)}
    >
      {KEYS.map(({ place, mode }) => {
        const key = keyAt(place, mode)
        return (
          <Sector
            key={`${place} ${mode}`}
            of={key}
            place={place}
            mark={mark(key)}
            onPick={onPick && (() => onPick(key))}
          />
        )
      })}
      {children}
    </svg>
  )
}

type SectorProps = { of: MusicalKey; place: number; mark: KeyMark; onPick: (() => void) | undefined }

function Sector({ of, place, mark, onPick }: SectorProps) {
  const ring = RINGS[of.mode]
  const { x, y } = sectorCentre(place, ring)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPick?.()
  }
  const button = onPick && {
    role: 'button',
    tabIndex: 0,
    // what is written on it comes first, so that it can be called by that, too
    'aria-label': `${of.mode === 'minor' ? `${sayTonic(of)}m, ` : ''}${sayKey(of)}, ${camelotOf(of)}`,
    'aria-pressed': mark === 'here',
    onClick: onPick,
    onKeyDown: press,
  }
  return (
    <g {...button} className={cn(onPick && 'group cursor-pointer outline-none')}>
      <path
        d={sectorPath(place, ring)}
        strokeWidth={1.5}
        className={cn(
          'transition-[fill,stroke] duration-place group-hover:stroke-ink/50 group-focus-visible:stroke-3 group-focus-visible:stroke-ink',
          FILLS[mark ?? 'none'],
        )}
      />
      <text
        x={x}
        y={y}
        textAnchor="middle"
        dominantBaseline="central"
        className={cn(
          'pointer-events-none font-display font-semibold',
          of.mode === 'major' ? 'text-[15px]' : 'text-[12px]',
          mark === 'here' ? 'fill-on-accent' : mark ? 'fill-ink' : 'fill-soft',
        )}
      >
        {sayTonic(of)}
        {of.mode === 'minor' && 'm'}
      </text>
    </g>
  )
}
