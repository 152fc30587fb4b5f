import { Page } from '../shell/page'

/** One column of plain words. */
export function Settings() {
  return (
    <Page title="Settings" narrow>
      …
    </Page>
  )
}
