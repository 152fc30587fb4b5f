import { type BadgeName, useBadges } from './badges'

const MOST = 99

/** How much is unread, on the icon of a place; nothing when nothing is. */
export function NavBadge({ name }: { name: BadgeName | undefined }) {
  const badges = useBadges()
  const count = name === undefined ? 0 : badges[name]
  if (count === 0) return null
  return (
    <span className="absolute -top-1.5 left-1/2 ml-1 flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent-fill px-1 font-semibold text-12 text-on-accent tabular-nums leading-none ring-2 ring-page">
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      <span className="sr-only">{count} unread</span>
    </span>
  )
}
