import type { StorybookConfig } from '@storybook/web-components-vite'
import { defaultClientConditions } from 'vite'
import { manifestPlugin } from './manifest-plugin.ts'

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Stories show the sources of sibling packages, not their builds.
  viteFinal: (vite) => ({
    ...vite, plugins: [...vite.plugins ?? [], manifestPlugin()], resolve: { ...vite.resolve, conditions: ['@motcua/source', ...defaultClientConditions] },
  }),
}

export default config
