import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every rule of WCAG 2.2 A and AA that axe knows, on what is on the screen now. */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${what}: ${id} at ${nodes.map((node) => node.target).join(', ')}`,
  )
  expect(found).toEqual([])
}
