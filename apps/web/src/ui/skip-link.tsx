/** The first stop of the Tab key: past the navigation, to the page. */
export function SkipLink({ target }: { target: string }) {
  return (
    <a
      href={`#${target}`}
      className="-translate-y-24 fixed top-3 left-3 z-50 rounded-control bg-ink px-4 py-2.5 font-medium text-14 text-page focus:translate-y-0"
    >
      Skip to the page
    </a>
  )
}
