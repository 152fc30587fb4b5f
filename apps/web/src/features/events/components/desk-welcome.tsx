import { useInfiniteQuery } from '@tanstack/react-query'
import { ChartLine, MapPinned, Megaphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { organizedQuery } from '../desk'
import { DeskList } from './desk-list'

const WORTH = [
  { icon: MapPinned, text: 'People near you find it on the map, answer, and arrive by their phones.' },
  { icon: ChartLine, text: 'You see seats fill and people come in while it happens.' },
  { icon: Megaphone, text: 'A room opens for everybody who comes. When something changes, they are told.' },
]

/** For those who are no organisers: what others asked them to look after, and what a desk is good for. */
export function DeskWelcome({ children }: { children: ReactNode }) {
  const helping = useInfiniteQuery(organizedQuery('upcoming'))
  return (
    <div className="flex flex-col gap-10">
      {(helping.data?.pages[0]?.items.length ?? 0) > 0 && <DeskList />}
      <ul className="flex flex-col gap-4">
        {WORTH.map(({ icon: Icon, text }) => (
          <li key={text} className="flex items-start gap-4">
            <Icon aria-hidden className="size-6 shrink-0 text-accent" />
            {text}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
