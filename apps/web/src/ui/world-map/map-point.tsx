import type { ReactNode } from 'react'
import type { Box } from './geography'

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

/** A part of the world to look at, with so many pixels around it. */
export type MapFrame = { box: Box; room: number }

/** A circle on the ground. */
export type MapRing = { latitude: number; longitude: number; metres: number }

/** How a map is looked at, and what it says of that. */
export type MapView = {
  /** What is in sight; absent, where the points are. */
  frame?: MapFrame | null | undefined
  ring?: MapRing | null | undefined
  /** The point that stands out. */
  lit?: string | null | undefined
  /** A point is under the pointer or has the focus; null when it no longer is. */
  onLight?: ((id: string | null) => void) | undefined
  /** Somebody has moved the map by hand; what is in sight now. */
  onMoved?: ((box: Box) => void) | undefined
  /** Moves by one finger and by the wheel, where it is not in the way of the page. */
  free?: boolean | undefined
  /** What several points at one spot are called. */
  many?: string | undefined
}

/** Wraps what leads somewhere; the app hands its router's link in. */
export type LinkSlot = (props: { href: string; children: ReactNode }) => ReactNode

export const plainLink: LinkSlot = ({ href, children }) => <a href={href}>{children}</a>

/** Radius in pixels of a point or cluster of this weight: its area grows with the weight, up to a limit. */
export const radiusOf = (weight: number): number => Math.min(26, 5 + 2.2 * Math.sqrt(Math.max(1, weight)))
