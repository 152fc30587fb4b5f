import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { outcomeOf } from '@/lib/lookups'
import { sayProblem } from '@/lib/problem'
import { Attribution } from '@/ui/attribution'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { FormError } from '@/ui/form-error'
import { RadioCards } from '@/ui/radio-cards'
import { toast } from '@/ui/toast'
import { identitiesQuery, useConfirmIdentity } from '../api'
import { candidatesOf, sayCandidate } from '../model'
import { Finding } from './finding'

type WhoDialogProps = {
  artistId: string
  name: string
  /** Who somebody said it is. */
  known: string | null
  close: () => void
}

/** Those of that name, to say which of them it is. */
export function WhoDialog({ artistId, name, known, close }: WhoDialogProps) {
  const found = useQuery(identitiesQuery(artistId))
  const [picked, pick] = useState(known ?? undefined)
  const confirm = useConfirmIdentity(artistId)
  const candidates = candidatesOf(found.data?.items ?? [])
  const chosen = candidates.find(({ mbid }) => mbid === picked)
  const say = async (mbid: string | null) => {
    await confirm.mutateAsync(mbid)
    close()
    toast.done(mbid === null ? `${name} is none of them` : `Now everybody knows who ${name} is`)
  }
  const act = (mbid: string | null) => () => void say(mbid).catch(() => undefined)
  return (
    <Dialog
      open
      onOpenChange={close}
      title={`Who is ${name}?`}
      description="Everybody who sees this artist here sees your answer, and it can be taken back in the history."
      footer={
        candidates.length > 0 && (
          <>
            <Button
              variant="ghost"
              pending={confirm.isPending && confirm.variables === null}
              onClick={act(null)}
            >
              None of these
            </Button>
            <Button
              variant="primary"
              disabled={!chosen}
              pending={confirm.isPending && confirm.variables !== null}
              onClick={act(chosen?.mbid ?? null)}
            >
              That is who
            </Button>
          </>
        )
      }
    >
      <Finding
        found={found}
        outcome={found.data && outcomeOf(found.data)}
        empty={`Nobody called ${name} is known at MusicBrainz.`}
        any={candidates.length > 0}
      >
        <RadioCards
          label="Known by that name"
          options={candidates.map((one) => ({ value: one.mbid, label: one.name, hint: sayCandidate(one) }))}
          value={picked}
          onChange={pick}
        />
        <p className="mt-1 flex min-h-11 flex-wrap items-center gap-x-4 text-12 text-soft">
          {chosen?.url && <Attribution text={`${chosen.name} at MusicBrainz`} url={chosen.url} />}
          {!chosen?.url && found.data?.attribution && <Attribution {...found.data.attribution} />}
        </p>
        <FormError message={confirm.error ? sayProblem(confirm.error) : undefined} />
      </Finding>
    </Dialog>
  )
}
