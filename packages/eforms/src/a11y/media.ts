import type {} from '@vitest/browser-playwright'
import { cdp } from 'vitest/browser'

/** What a person may have told their system. */
export const MEDIA = {
  'as it is': {},
  'forced colours': { 'forced-colors': 'active' },
  'dark': { 'prefers-color-scheme': 'dark' },
  'dark forced colours': { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
  'reduced motion': { 'prefers-reduced-motion': 'reduce' },
  'more contrast': { 'prefers-contrast': 'more' },
} as const satisfies Record<string, Readonly<Record<string, string>>>
export type Medium = keyof typeof MEDIA

/** Shows the page as if the system were set so; `as it is` takes it back. */
export async function emulate(medium: Medium): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: Object.entries(MEDIA[medium]).map(([name, value]) => ({ name, value })) })
}
