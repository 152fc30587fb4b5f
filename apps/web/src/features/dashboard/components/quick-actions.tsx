import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ImagePlus, Plus, Search, UserRoundPen } from 'lucide-react'
import { buttonStyles } from '@/ui/button'
import { recentQuery } from '../api'

/** What one comes here to do. */
export function QuickActions() {
  const { data: [latest] = [] } = useQuery(recentQuery)
  return (
    <nav aria-label="Quick actions" className="flex flex-wrap gap-2">
      <Link to="/shows/create" className={buttonStyles({ variant: 'inverse' })}>
        <Plus aria-hidden />
        Add a show
      </Link>
      <Link to="/search" className={buttonStyles()}>
        <Search aria-hidden />
        Search
      </Link>
      <Link to="/settings" className={buttonStyles()}>
        <UserRoundPen aria-hidden />
        Edit profile
      </Link>
      {latest && (
        <Link to="/shows/$showId/photos" params={{ showId: latest.id }} className={buttonStyles()}>
          <ImagePlus aria-hidden />
          Add photos
        </Link>
      )}
    </nav>
  )
}
