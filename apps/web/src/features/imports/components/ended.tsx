import type { Import } from '@sharemyshows/contract/imports'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button, buttonStyles } from '@/ui/button'
import { toast } from '@/ui/toast'
import { useConfirm } from '../api'
import { sayCount, sayOutcome, sayUndone } from '../model'
import { useDiaryReadAgain } from '../news'
import { Notes } from './notes'
import { UndoButton } from './undo-button'

/** What an import that no longer runs says, and what can be done with it. */
export function Ended({ one }: { one: Import }) {
  useDiaryReadAgain(one)
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-2xl text-16">{SAID[one.state]?.(one)}</p>
      <Notes one={one} />
      <div className="flex flex-wrap gap-2">
        {DEEDS[one.state]?.(one)}
        {one.undoable && <UndoButton one={one} />}
      </div>
    </div>
  )
}

type By<T> = Partial<Record<Import['state'], (one: Import) => T>>

const sayCancelled = ({ outcomes }: Import) =>
  outcomes.added > 0
    ? `${sayCount(outcomes.added, 'show')} had been added by then, and ${outcomes.added === 1 ? 'is' : 'are'} in your diary. Go on where it stopped, or take out what it added.`
    : 'Nothing had been added by then. Go on with it, or leave it.'

const SAID: By<ReactNode> = {
  done: sayOutcome,
  cancelled: sayCancelled,
  failed: ({ failure }) => failure ?? 'It could not be read. Check the file and bring it once more.',
  undone: sayUndone,
}

const DEEDS: By<ReactNode> = {
  done: ({ outcomes }) => outcomes.added + outcomes.present > 0 && <ToDiary />,
  cancelled: (one) => <GoOn one={one} />,
  // what failed on the way is there to go on from; what was never read is not
  failed: (one) => (one.rows.total > 0 ? <GoOn one={one} /> : <BringAnother />),
  undone: () => <BringAnother />,
}

const ToDiary = () => (
  <Link to="/shows" className={buttonStyles({ variant: 'inverse' })}>
    To your diary
  </Link>
)

const BringAnother = () => (
  <Link to="/settings/imports" className={buttonStyles({ variant: 'inverse' })}>
    Bring another file
  </Link>
)

function GoOn({ one }: { one: Import }) {
  const confirm = useConfirm(one.id)
  return (
    <Button
      variant="inverse"
      pending={confirm.isPending}
      onClick={() =>
        confirm.mutate({ decisions: {} }, { onError: (error) => toast.failed(sayProblem(error)) })
      }
    >
      Go on
    </Button>
  )
}
