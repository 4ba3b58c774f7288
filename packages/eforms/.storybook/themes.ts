/** A theme is a set of design tokens and nothing else; these three are examples to copy. */
export const THEMES = {
  light: {},
  dark: {
    'color-scheme': 'dark',
    'color-text': '#f2f4f7', 'color-muted': '#b9c1cc', 'color-surface': '#15181c', 'color-panel': '#22272e', 'color-line': '#4d5560', 'color-control': '#98a2b0',
    'color-link': '#8ab8f0', 'color-primary': '#c4342f', 'color-primary-dark': '#a3201d', 'color-on-primary': '#ffffff', 'color-error': '#ff938b',
    'color-good': '#74d6a0', 'color-warning': '#f0c060', 'color-focus': '#b98a00',
  },
  contrast: {
    'color-scheme': 'dark',
    'color-text': '#ffffff', 'color-muted': '#ffffff', 'color-surface': '#000000', 'color-panel': '#000000', 'color-line': '#ffffff', 'color-control': '#ffffff',
    'color-link': '#ffff00', 'color-primary': '#ffff00', 'color-primary-dark': '#ffffff', 'color-on-primary': '#000000', 'color-error': '#ffa8a8',
    'color-good': '#8cff8c', 'color-warning': '#ffd54a', 'color-focus': '#00ffff',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type Theme = keyof typeof THEMES
