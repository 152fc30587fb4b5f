import type { Import, ImportSource } from '@sharemyshows/contract/imports'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { DropZone } from '@/ui/drop-zone'
import { LeaveGuard } from '@/ui/leave-guard'
import { RadioCards } from '@/ui/radio-cards'
import { ACCEPTED, SOURCES, sourceOf } from '../model'
import { useSend } from '../use-send'
import { SendingRow } from './sending-row'
import { UsernameForm } from './username-form'

type NewImportProps = {
  /** Where this server takes a past from. */
  sources: readonly ImportSource[]
  /** It has been received: there it is looked at. */
  onRead: (one: Import) => void
}

const WHAT: Record<Exclude<ImportSource, 'setlistfm'>, string> = {
  csv: 'Drop a table here, or choose one',
  ics: 'Drop a calendar here, or choose one',
  export: 'Drop your copy here, or choose it',
}

/** Where it comes from, and the file. Nothing is added before one has looked at it. */
export function NewImport({ sources, onRead }: NewImportProps) {
  const [source, setSource] = useState<ImportSource>('csv')
  const { onItsWay, problem, send, stop } = useSend(onRead)
  const take = ([file]: File[]) => {
    if (file === undefined) return
    const meant = sourceOf(file.name, source)
    setSource(meant)
    void send({ source: meant, file })
  }
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        label="Where is your past?"
        options={sources.map((value) => ({ value, ...SOURCES[value] }))}
        value={source}
        onChange={setSource}
      />
      {onItsWay ? (
        <SendingRow {...onItsWay} onStop={stop} />
      ) : source === 'setlistfm' ? (
        <UsernameForm onName={(username) => void send({ source, username })} />
      ) : (
        <DropZone
          label={WHAT[source]}
          hint="You see what was read before anything is added."
          icon={<FileUp />}
          accept={ACCEPTED[source]}
          multiple={false}
          onFiles={take}
        />
      )}
      <p role="alert" className="text-14 text-danger empty:hidden">
        {problem}
      </p>
      <LeaveGuard
        active={onItsWay !== undefined}
        title="Leave while your file is on its way?"
        description="It has not arrived yet, and would have to be sent again."
        cancelLabel="Wait for it"
      />
    </div>
  )
}
