import { Link } from '@tanstack/react-router'
import type { Show } from '../model'

/** The bill in order; each name leads to its page. */
export function LineUp({ show }: { show: Show }) {
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
            <Link
              to="/artists/$artistId"
              params={{ artistId: artist.id }}
              className="-my-2.5 block py-2.5 hover:text-accent"
            >
              {artist.name}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
