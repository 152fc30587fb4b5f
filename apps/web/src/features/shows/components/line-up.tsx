import { Link } from '@tanstack/react-router'
import type { Show } from '../model'

/** The bill in order; for members each name leads to all shows with it. */
export function LineUp({ show, linked }: { show: Show; linked: boolean }) {
  return (
    <section aria-labelledby="line-up">
      <h2 id="line-up" className="text-20">
        Line-up
      </h2>
      <ol className="mt-2">
        {show.lineup.map(({ id, artist }) => (
          <li
            key={id}
            className="wrap-anywhere border-line border-b py-2.5 font-medium text-16 last:border-0"
          >
            {linked ? (
              <Link to="/shows" search={{ artist: artist.name }} className="hover:text-accent">
                {artist.name}
              </Link>
            ) : (
              artist.name
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
