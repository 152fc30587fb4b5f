import type { Import } from '@sharemyshows/contract/imports'
import { useState } from 'react'
import type { ChosenAudience } from '@/lib/audience'
import { sayProblem } from '@/lib/problem'
import { Progress } from '@/ui/progress'
import { toast } from '@/ui/toast'
import { useConfirm, useReread } from '../api'
import { columnsAfter } from '../columns'
import { addedBy, forgetDecisions, spoken, useDecisions } from '../decisions'
import { isRereading, sayImporting, sayMissing, sayRead } from '../model'
import { ColumnsSection } from './columns-section'
import { ConfirmBar } from './confirm-bar'
import { Notes } from './notes'
import { NothingToAdd } from './nothing-to-add'
import { ReadingFields } from './reading-fields'
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
  // what was just chosen stays chosen while the file is read by it
  const wish = reread.isPending ? reread.variables : {}
  const meant = {
    ...one,
    columns: columnsAfter(one.columns, wish.mapping ?? {}),
    date_format: wish.date_format === undefined ? one.date_format : wish.date_format,
  }
  const shows = addedBy(decisions, one.rows)
  const label = sayImporting(shows, one.extras)
  const gaps = one.missing.length > 0
  const go = () =>
    confirm.mutate(
      { decisions: spoken(decisions), audience: seenBy },
      { onSuccess: () => forgetDecisions(one.id), onError: failed },
    )
  return (
    <div className="flex flex-col gap-8">
      <p className="max-w-2xl text-16 text-soft empty:hidden">{gaps ? sayMissing(one) : sayRead(one)}</p>
      <Notes one={one} />
      {isRereading(one) && <Progress label="Reading your file again" value={one.progress} />}
      {label === '' && !gaps && !pending && <NothingToAdd one={one} />}
      {!gaps && (pending || (label !== '' && one.rows.total > 0)) && (
        <ReadingFields
          one={meant}
          onOrder={(order) => reread.mutate({ date_format: order || null }, { onError: failed })}
          audience={seenBy}
          onAudience={setSeenBy}
        />
      )}
      {one.columns.length > 0 && (
        <ColumnsSection
          one={meant}
          pending={pending}
          onChange={(mapping) => reread.mutate({ mapping }, { onError: failed })}
        />
      )}
      {!gaps && one.rows.total > 0 && <RowsSection one={one} decisions={decisions} onDecide={put} />}
      {label !== '' && !gaps && (
        <ConfirmBar label={label} waiting={pending} pending={confirm.isPending} onConfirm={go} />
      )}
    </div>
  )
}
