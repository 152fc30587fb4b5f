import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['12', '14', '16', '20', '28', '40', '64'],
      radius: ['small', 'control', 'card'],
      shadow: ['float'],
    },
  },
})

/** Joins class names; where two Tailwind classes contradict each other, the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes))
}
