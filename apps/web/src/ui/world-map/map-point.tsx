import type { ReactNode } from 'react'

/** A place on a map. */
export type MapPoint = {
  id: string
  /** Degrees, WGS 84. */
  latitude: number
  longitude: number
  /** What is there, in a word or two. */
  label: string
  /** More about it, in a line. */
  detail?: string
  /** How much it matters, from 1 up; a heavier point is drawn larger, and clusters add theirs up. */
  weight: number
  /** Where it leads. */
  href?: string
}

/** Wraps what leads somewhere; the app hands its router's link in. */
export type LinkSlot = (props: { href: string; children: ReactNode }) => ReactNode

export const plainLink: LinkSlot = ({ href, children }) => <a href={href}>{children}</a>

/** Radius in pixels of a point or cluster of this weight: its area grows with the weight, up to a limit. */
export const radiusOf = (weight: number): number => Math.min(26, 5 + 2.2 * Math.sqrt(Math.max(1, weight)))
