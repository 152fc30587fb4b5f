type YearHeadingProps = { year: number | string; shows?: number | undefined }

/** The year above its shows; where the scrubber leads. */
export function YearHeading({ year, shows }: YearHeadingProps) {
  return (
    <header className="flex items-baseline gap-3 pb-3">
      <h2
        id={`y${year}`}
        tabIndex={-1}
        className="scroll-mt-16 text-28 tabular-nums outline-none lg:scroll-mt-6"
      >
        {year}
      </h2>
      {shows !== undefined && (
        <p className="text-14 text-soft">
          {shows} {shows === 1 ? 'show' : 'shows'}
        </p>
      )}
    </header>
  )
}
