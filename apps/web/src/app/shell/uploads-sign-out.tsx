import type { ReactNode } from 'react'
import { ask } from '@/features/media/uploads'
import { useLeavingQuestion } from './leaving-question'

/** Asks whoever signs out while files are on their way, because they are taken off this device then. */
export function useSignOutQuestion(pending: number): ReactNode {
  return useLeavingQuestion({
    title: pending === 1 ? 'One file is still on its way' : `${pending} files are still on their way`,
    description:
      'If you sign out now, they are taken off this device’s list and do not arrive. Your files stay where they are.',
    cancelLabel: 'Stay until they have arrived',
    asks: pending > 0,
    // also what failed: the next person at this device need not see what was chosen
    onLeave: () => ask({ do: 'remove' }),
  })
}
