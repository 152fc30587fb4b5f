/** A suggestion with what tells it from others of the same name, where there is such a thing. */
export function TwoWords({ first, second }: { first: string; second: string }) {
  return (
    <span className="flex min-w-0 flex-1 items-baseline justify-between gap-3">
      <span className="truncate font-medium">{first}</span>
      {second && <span className="max-w-1/2 shrink-0 truncate text-12 text-soft">{second}</span>}
    </span>
  )
}
