import { lazy, Suspense, useEffect, useState } from 'react'
import { onFirstToast } from './toast'

const Toaster = lazy(() => import('./toaster'))

/** Where toasts appear; put it once at the root. */
export function ToastHost({ theme }: { theme: 'dark' | 'light' }) {
  const [needed, setNeeded] = useState(false)
  useEffect(() => onFirstToast(() => setNeeded(true)), [])
  return needed ? (
    <Suspense>
      <Toaster theme={theme} />
    </Suspense>
  ) : null
}
