import { describe, expect, it } from 'vitest'
import { emitTypes } from './emit-types.ts'

describe('types of answers', () => {
  it('carry the Vietnamese question, what it takes, when it is asked, and the rules about it', async () => {
    const types = await emitTypes({
      title: 'Tờ khai', type: 'object', required: ['relation'], additionalProperties: false,
      properties: {
        relation: { title: 'Quan hệ', type: 'string', enum: ['self', 'other'] },
        relationOther: { title: 'Quan hệ khác', description: 'One line of text. */', type: 'string' },
      },
      allOf: JSON.parse('[{ "if": { "properties": { "relation": { "const": "other" } }, "required": ["relation"] }, "then": { "required": ["relationOther"] }, "else": { "properties": { "relationOther": false } } }]'),
    }, { pages: {}, groups: {}, fields: { '/relation': { label: 'Bạn là gì của người đó?' } }, rules: { 'not-self': 'Bạn kiểm tra lại quan hệ.' } }, [
      { id: 'not-self', pointer: '/relationOther', severity: 'warning', assert: true, source: 'test', checkedOn: '2026-11', confidence: 'INFERRED' },
    ])
    const lines = types.split('\n').map((line) => line.trim().replace(/^\* ?/, ''))
    expect(lines.slice(lines.indexOf('export interface Answers {'))).toEqual([
      'export interface Answers {', '/**', 'Bạn là gì của người đó?', '/', "relation: 'self' | 'other'",
      '/**', 'Quan hệ khác', '', 'One line of text. * /', '', 'Asked for when `/relation` is "other", and only then.', '', 'Warned (`not-self`): Bạn kiểm tra lại quan hệ.', '/', 'relationOther?: string', '}', '',
    ])
  })
})
