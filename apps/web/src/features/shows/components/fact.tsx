import type { ReactNode } from 'react'

/** A number with its sign; `aloud` says it to those who do not see the sign. */
export function Fact({ icon, text, aloud }: { icon: ReactNode; text: ReactNode; aloud?: string }) {
  return (
    <span className="inline-flex items-center gap-1 tabular-nums [&_svg]:size-3.5">
      <span aria-hidden>{icon}</span>
      <span aria-hidden={aloud ? true : undefined}>{text}</span>
      {aloud && <span className="sr-only">{aloud}</span>}
    </span>
  )
}
