import type { OrganizerRequest } from '@sharemyshows/contract/organizers'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayDate } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Skeleton } from '@/ui/skeleton'
import { TextArea } from '@/ui/text-area'
import { toast } from '@/ui/toast'
import { ownRequestQuery, useAskToOrganize, useWithdraw } from '../organizer-api'

type OrganizerWishProps = {
  /** People choose it themselves: nobody has to be asked. */
  free: boolean
}

/** Where an attendee says that she puts shows on. */
export function OrganizerWish({ free }: OrganizerWishProps) {
  const query = useQuery(ownRequestQuery)
  if (query.isPending) return <Skeleton className="h-11 w-48" />
  if (query.isError) {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-14 text-soft">
        {sayProblem(query.error)}
        <Button size="small" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </p>
    )
  }
  const { request } = query.data
  if (request?.state === 'pending') return <Pending request={request} />
  return <Ask free={free} declined={request?.state === 'declined'} />
}

function Pending({ request }: { request: OrganizerRequest }) {
  const withdraw = useWithdraw()
  const take = async () => {
    try {
      await withdraw.mutateAsync()
      toast.done('Your request is taken back')
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="min-w-0 flex-1 basis-60 text-14">
        You asked on {sayDate(request.created_at.slice(0, 10))}. Whoever runs this server decides, and you
        will get a mail.
      </p>
      <Button pending={withdraw.isPending} onClick={() => void take()}>
        Take it back
      </Button>
    </div>
  )
}

function Ask({ free, declined }: { free: boolean; declined: boolean }) {
  const [message, setMessage] = useState('')
  const ask = useAskToOrganize()
  const send = async () => {
    try {
      const { state } = await ask.mutateAsync(message.trim())
      toast.done(state === 'granted' ? 'You are an organiser now' : 'You will hear by mail')
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <div className="flex flex-col gap-4">
      {declined && <p className="text-14 text-soft">Your last request was declined. You can ask again.</p>}
      {!free && (
        <TextArea
          label="What do you put on?"
          optional
          maxLength={1000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      )}
      <Button className="self-start" pending={ask.isPending} onClick={() => void send()}>
        {free ? 'Become an organiser' : 'Ask to be an organiser'}
      </Button>
    </div>
  )
}
