import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every rule of WCAG 2.2 A and AA that axe knows, on what is on the screen now. */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  // in the page itself: no page of ours has frames, and another page for every run doubles its time
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${what}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
  )
  expect(found).toEqual([])
}
