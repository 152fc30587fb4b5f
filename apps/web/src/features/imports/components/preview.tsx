import type { Import } from '@sharemyshows/contract/imports'
import { useState } from 'react'
import type { ChosenAudience } from '@/lib/audience'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useConfirm, useReread } from '../api'
import { hasOrder } from '../dates'
import { addedBy, forgetDecisions, spoken, useDecisions } from '../decisions'
import { isRereading, sayRead } from '../model'
import { ColumnsSection } from './columns-section'
import { ConfirmBar } from './confirm-bar'
import { DatesSection } from './dates-section'
import { RowsSection } from './rows-section'

type PreviewProps = {
  one: Import
  /** Who may see them unless the file or its owner says otherwise. */
  audience: ChosenAudience
}

/** What was read, before anything of it is added: what it means, what is doubtful, and the one button. */
export function Preview({ one, audience }: PreviewProps) {
  const reread = useReread(one.id)
  const confirm = useConfirm(one.id)
  const { decisions, put } = useDecisions(one.id)
  const [seenBy, setSeenBy] = useState(audience)
  const failed = (error: unknown) => toast.failed(sayProblem(error))
  const pending = reread.isPending || isRereading(one)
  const go = () =>
    confirm.mutate(
      { decisions: spoken(decisions), audience: seenBy },
      { onSuccess: () => forgetDecisions(one.id), onError: failed },
    )
  return (
    <div className="flex flex-col gap-8">
      <p className="max-w-2xl text-16 text-soft empty:hidden">{sayRead(one)}</p>
      {hasOrder(one) && (
        <DatesSection
          one={one}
          pending={pending}
          onChange={(order) => reread.mutate({ date_format: order || null }, { onError: failed })}
        />
      )}
      {one.columns.length > 0 && (
        <ColumnsSection
          one={one}
          pending={pending}
          onChange={(mapping) => reread.mutate({ mapping }, { onError: failed })}
        />
      )}
      {one.rows.total > 0 && <RowsSection one={one} decisions={decisions} onDecide={put} />}
      <ConfirmBar
        one={one}
        shows={addedBy(decisions, one.rows)}
        audience={seenBy}
        onAudience={setSeenBy}
        waiting={pending}
        pending={confirm.isPending}
        onConfirm={go}
      />
    </div>
  )
}
