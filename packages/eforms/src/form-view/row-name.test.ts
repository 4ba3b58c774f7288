import { createForm } from '@motcua/form-core'
import { signal } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import { addedWords } from '../locales/added-words.ts'
import { wordsOf } from '../locales/strings.ts'
import { rowsDefinition } from '../testing/rows-definition.ts'
import type { FormContext } from './context.ts'
import { rowName } from './row-name.ts'

const languages = { vi: wordsOf('vi', {}), en: wordsOf('en', {}), km: wordsOf('vi', {}, { added: addedWords('km', { texts: { Nữ: 'ស្រី' } }) }) }

describe('the name of a row', () => {
  it.each([['vi', 'Nữ'], ['en', 'Female'], ['km', 'ស្រី']] as const)('is its choice, in the words of %s, when nothing in it is a name', (language, name) => {
    const definition = rowsDefinition()
    const [people] = definition.pages[0]?.items ?? []
    if (people?.type === 'repeat') people.items = people.items.filter((item) => item.type === 'field' && item.field === 'select')
    const form = createForm({ definition })
    const row = form.repeat('/people').add()
    form.setValue(`${row.pointer}/sex`, 'female')
    // All that it reads of the context.
    const context = { words: signal(languages[language]) } as unknown as FormContext
    expect(rowName(row, context)).toBe(name)
  })
})
