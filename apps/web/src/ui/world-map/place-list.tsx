import { cn } from '@/lib/cn'
import { type LinkSlot, type MapPoint, plainLink } from './map-point'

type PlaceListProps = { points: readonly MapPoint[]; link?: LinkSlot; className?: string }

/** Places in words, in the order given. */
export function PlaceList({ points, link: Link = plainLink, className }: PlaceListProps) {
  return (
    <ul className={cn('text-14', className)}>
      {points.map(({ id, label, detail, href }) => (
        <li key={id} className="wrap-anywhere">
          {href ? (
            <Link href={href}>
              <Words label={label} detail={detail} />
            </Link>
          ) : (
            <Words label={label} detail={detail} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Words({ label, detail }: { label: string; detail?: string | undefined }) {
  return (
    <span className="flex min-h-11 flex-col justify-center rounded-small px-3 py-1 [a>&]:hover:bg-ink/8">
      <span className="font-medium">{label}</span>
      {detail && <span className="text-12 text-soft">{detail}</span>}
    </span>
  )
}
