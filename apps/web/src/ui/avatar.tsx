import { useState } from 'react'
import { cn } from '@/lib/cn'
import { hue } from '@/lib/hue'
import { tintStyle } from './tint'

type AvatarProps = {
  name: string
  src?: string | null | undefined
  /** Edge in pixels. */
  size?: number
  className?: string
}

/**
 * A person's picture or, without one that loads, their initials under a lamp of their own hue. Decorative: name them
 * beside it.
 */
export function Avatar({ name, src, size = 40, className }: AvatarProps) {
  const [broken, setBroken] = useState<string>()
  const box = cn('shrink-0 overflow-hidden rounded-full', className)
  if (src && src !== broken) {
    return (
      <img
        src={src}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(src)}
        // a square of its own: pictures in general may shrink, and a face must not make its line jump
        style={{ width: size, height: size }}
        className={cn(box, 'bg-raised object-cover')}
      />
    )
  }
  const lamp = hue(name)
  return (
    <svg
      viewBox="0 0 40 40"
      width={size}
      height={size}
      aria-hidden="true"
      className={cn('tinted', box)}
      style={tintStyle(lamp)}
    >
      <rect width="40" height="40" className="fill-(--tint-deep)" />
      <path d={beamFrom(lamp)} className="fill-(--tint)" />
      <text
        x="20"
        y="20"
        dy="0.36em"
        textAnchor="middle"
        className="fill-ink font-display font-semibold text-[15px]"
      >
        {initials(name)}
      </text>
    </svg>
  )
}

/** The first letters of the first and last word, at most two, upper case; "?" for a name without letters. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('') || '?'
}

function beamFrom(lamp: number) {
  const x = 4 + (lamp % 32)
  const foot = 40 - x
  return `M${x - 3} 0h6L${foot + 15} 40H${foot - 15}z`
}
