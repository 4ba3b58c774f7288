import type { StorybookConfig } from '@storybook/web-components-vite'
import { defaultClientConditions } from 'vite'

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Stories show the sources of sibling packages, not their builds.
  viteFinal: (vite) => ({ ...vite, resolve: { ...vite.resolve, conditions: ['@motcua/source', ...defaultClientConditions] } }),
}

export default config
