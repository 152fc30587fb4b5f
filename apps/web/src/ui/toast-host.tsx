import { lazy, Suspense, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { onFirstToast } from './toast'

const Toaster = lazy(() => import('./toaster'))

/** Where toasts appear; put it once at the root. */
export function ToastHost({ theme }: { theme: 'dark' | 'light' }) {
  const [needed, setNeeded] = useState(false)
  useEffect(() => onFirstToast(() => setNeeded(true)), [])
  if (!needed) return null
  // At the body, so that they can be answered while something lies over the page.
  return createPortal(
    <Suspense>
      <Toaster theme={theme} />
    </Suspense>,
    document.body,
  )
}
