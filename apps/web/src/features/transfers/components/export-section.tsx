import type { ExportFormat } from '@sharemyshows/contract/exports'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { RadioCards } from '@/ui/radio-cards'
import { toast } from '@/ui/toast'
import { useExports, useMakeExport } from '../api'
import { FORMATS, isUnderWay } from '../model'
import { ExportList } from './export-list'

/** Has a copy made of all that is mine, and hands it out. */
export function ExportSection() {
  const [format, setFormat] = useState<ExportFormat>('archive')
  const exports = useExports()
  const { mutateAsync, isPending } = useMakeExport()
  const busy = exports.data?.some(isUnderWay) ?? false
  const make = async () => {
    try {
      await mutateAsync(format)
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  return (
    <>
      <RadioCards
        label="What do you want to take along?"
        options={FORMATS}
        value={format}
        onChange={setFormat}
      />
      <Button
        className="mt-4 max-sm:w-full"
        variant="inverse"
        pending={isPending}
        disabled={busy}
        onClick={make}
      >
        {busy ? 'Your copy is being made' : 'Make a copy'}
      </Button>
      <div className="mt-6">
        <ExportList exports={exports} />
      </div>
    </>
  )
}
