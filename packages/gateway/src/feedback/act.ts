import type { JsonObject } from '@motcua/core/json'
import { Members } from '../http/body.ts'
import type { Services } from '../services.ts'
import { maxLength } from './config.ts'
import { freeText } from './free-text.ts'
import { needsWords, type FeedbackActKind } from './life-cycle.ts'
import type { NewAct } from './store.ts'

/** Reads an act off a body: its kind, its words where it has some, and after how many acts it was meant. */
export function parseAct<const Kind extends FeedbackActKind>({ config }: Services, body: JsonObject, kinds: readonly Kind[]): Pick<NewAct, 'words' | 'after'> & { kind: Kind } {
  const members = new Members(body)
  const kind = members.oneOf('kind', kinds)
  return {
    kind, words: needsWords(kind) ? freeText(members, 'words', { minLength: 1, maxLength: maxLength(config) }) : null,
    after: members.has('after') ? members.integer('after') : undefined,
  }
}
