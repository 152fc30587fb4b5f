import { useState } from 'react'
import { RequestList } from '@/features/people/components/request-list'
import { Segmented } from '@/ui/segmented'

const DIRECTIONS = [
  { value: 'received', label: 'To you' },
  { value: 'sent', label: 'From you' },
] as const

/** Requests that wait for an answer: mine, or theirs. */
export function FriendsRequests() {
  const [direction, setDirection] = useState<'received' | 'sent'>('received')
  return (
    <>
      <Segmented label="Which requests" options={DIRECTIONS} value={direction} onChange={setDirection} />
      <div className="mt-4">
        <RequestList key={direction} direction={direction} />
      </div>
    </>
  )
}
