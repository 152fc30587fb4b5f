import type { ComponentProps } from 'react'

const STYLES = [
  'relative h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-surface',
  'transition-colors duration-feedback checked:border-accent-fill checked:bg-accent-fill disabled:opacity-60',
  "before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-soft before:content-['']",
  'before:transition-transform before:duration-feedback checked:before:translate-x-4 checked:before:bg-on-accent',
].join(' ')

/** A box to tick in the look of a switch; name it by a label around it, or by `aria-label`. */
export function Switch(input: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return <input type="checkbox" className={STYLES} {...input} />
}
