import { styleText } from 'node:util'
import type { CommandContext } from './command.ts'

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** Text in a colour, where colours may be used. The words alone always say it too. */
export function paint(style: Style, text: string, { isColor = false }: Pick<CommandContext, 'isColor'>): string {
  return isColor ? styleText(style, text, { validateStream: false }) : text
}
