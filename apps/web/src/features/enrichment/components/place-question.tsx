import { useState } from 'react'
import { Button } from '@/ui/button'
import { WhereDialog } from './where-dialog'

type PlaceQuestionProps = { venue: { id: string; name: string; address: string | null; point: unknown } }

/** Asks somebody who was there where it is. */
export function PlaceQuestion({ venue }: PlaceQuestionProps) {
  const [asking, setAsking] = useState(false)
  const known = venue.point !== null
  return (
    <>
      <Button
        size="small"
        variant={known ? 'ghost' : 'secondary'}
        className={known ? '-ml-3' : 'mt-3'}
        onClick={() => setAsking(true)}
      >
        {known ? 'Is it somewhere else?' : 'Where is this venue?'}
      </Button>
      {asking && <WhereDialog venue={venue} close={() => setAsking(false)} />}
    </>
  )
}
