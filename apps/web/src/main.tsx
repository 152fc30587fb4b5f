import './styles/index.css'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { router } from './app/router'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const show = () =>
  // in slices, so that a slow phone answers to taps meanwhile
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )

// A page that came rendered stays until the app can draw the same.
if (root.hasChildNodes()) router.load().then(show, show)
else show()
