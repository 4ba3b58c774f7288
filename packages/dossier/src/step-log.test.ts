import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { FIRST_PREV, hashStep, parseStepStatement, stepOf, verifyStepChain, type StepStatement } from './step-log.ts'
import type { StepKind } from './steps.ts'
import type { DossierState } from './states.ts'

const CODE = 'H01.02-261116-0001'
const base64url = (text: string) => Buffer.from(text).toString('base64url')

/** HMAC stands in for the officer's key: what matters here is that one changed byte no longer verifies. */
const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
async function sign(statement: StepStatement): Promise<string> {
  const signed = `${base64url('{"alg":"HS256"}')}.${base64url(JSON.stringify(statement))}`
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  return `${signed}.${Buffer.from(mac).toString('base64url')}`
}
async function verify(jws: string): Promise<StepStatement | null> {
  const [header = '', payload = '', mac = ''] = jws.split('.')
  if (!await crypto.subtle.verify('HMAC', key, Buffer.from(mac, 'base64url'), new TextEncoder().encode(`${header}.${payload}`))) return null
  const parsed = parseStepStatement(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return parsed.ok ? parsed.statement : null
}

const STORY: Array<[StepKind, DossierState, StepStatement['data']?]> = [
  ['submitted', 1], ['paid', 1], ['receive', 2], ['process', 4], ['request-supplement', 5, { documents: ['authorisation'], note: 'Bản chụp mờ.' }],
  ['supplement-answered', 4, { documents: ['authorisation'] }], ['finish', 9, { resultFiles: ['b'.repeat(64)] }], ['return', 10],
]
async function log(change: (statement: StepStatement, index: number) => StepStatement = (statement) => statement): Promise<string[]> {
  const list: string[] = []
  for (const [index, [kind, state, data]] of STORY.entries()) {
    const last = list.at(-1)
    const statement: StepStatement = {
      dossier: CODE, kind, at: `2026-11-16T${String(8 + index).padStart(2, '0')}:00:00+07:00`, by: { role: 'officer', name: 'Lê Văn Bình', agencyCode: 'H01.02' },
      state, prev: last === undefined ? FIRST_PREV : await hashStep(last), ...(data ? { data } : {}),
    }
    list.push(await sign(change(statement, index)))
  }
  return list
}

describe('verifyStepChain', () => {
  it('accepts the whole story of a dossier and an empty log', async () => {
    const verdict = await verifyStepChain(await log(), verify, { dossier: CODE })
    expect(verdict.ok && verdict.statements.map((statement) => statement.state)).toEqual([1, 1, 2, 4, 5, 4, 9, 10])
    expect(await verifyStepChain([], verify)).toEqual({ ok: true, statements: [] })
  })

  it('finds a step that was removed, exchanged or put in twice', async () => {
    const whole = await log()
    expect(await verifyStepChain(whole.toSpliced(2, 1), verify)).toEqual({ ok: false, index: 2, code: 'chain-broken' })
    expect(await verifyStepChain(whole.toSpliced(0, 1), verify)).toEqual({ ok: false, index: 0, code: 'chain-broken' })
    expect(await verifyStepChain(whole.toSpliced(2, 0, whole[1] ?? ''), verify)).toEqual({ ok: false, index: 2, code: 'chain-broken' })
  })

  it('finds a log of another dossier and a step of another dossier', async () => {
    expect(await verifyStepChain(await log(), verify, { dossier: 'H01.02-261116-0002' })).toEqual({ ok: false, index: 0, code: 'other-dossier' })
    const mixed = await log((statement, index) => (index === 3 ? { ...statement, dossier: 'H01.02-261116-0002' } : statement))
    expect(await verifyStepChain(mixed, verify)).toEqual({ ok: false, index: 3, code: 'other-dossier' })
  })

  it('finds signed steps that the state table does not allow, and time that goes back', async () => {
    const jump = await log((statement, index) => (index === 3 ? { ...statement, state: 9 } : statement))
    expect(await verifyStepChain(jump, verify)).toEqual({ ok: false, index: 3, code: 'transition-not-allowed' })
    const early = await log((statement, index) => (index === 4 ? { ...statement, at: '2026-11-16T08:00:00+07:00' } : statement))
    expect(await verifyStepChain(early, verify)).toEqual({ ok: false, index: 4, code: 'time-goes-back' })
  })

  it('finds one flipped bit anywhere', async () => {
    const whole = await log()
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(), fc.nat(5), async (index, position, bit) => {
      const jws = whole[index] ?? ''
      const parts = jws.split('.')
      const part = position % 3
      const bytes = Buffer.from(parts[part] ?? '', 'base64url')
      const at = position % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      parts[part] = bytes.toString('base64url')
      const verdict = await verifyStepChain(whole.with(index, parts.join('.')), verify)
      expect(verdict).toEqual({ ok: false, index, code: 'signature-invalid' })
    }), { numRuns: 60 })
  })
})

describe('parseStepStatement', () => {
  const good = { dossier: CODE, kind: 'receive', at: '2026-11-16T08:00:00+07:00', by: { role: 'officer', name: 'Lê Văn Bình' }, state: 2, prev: FIRST_PREV }

  it('gives back what was written', () => {
    expect(parseStepStatement(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, statement: good })
  })

  it.each([
    ['', null], ['', []], ['/dossier', { ...good, dossier: ' ' }], ['/kind', { ...good, kind: 'approve' }], ['/at', { ...good, at: '2026-11-16' }],
    ['/state', { ...good, state: 11 }], ['/state', { ...good, state: '2' }], ['/prev', { ...good, prev: 'A'.repeat(64) }], ['/by', { ...good, by: 'Bình' }],
    ['/by/role', { ...good, by: { ...good.by, role: 'robot' } }], ['/by/name', { ...good, by: { role: 'officer' } }], ['/data', { ...good, data: [] }],
    ['/amount', { ...good, amount: 1 }],
  ])('refuses %s', (pointer, value) => {
    expect(parseStepStatement(value)).toMatchObject({ ok: false, pointer })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => { parseStepStatement(value) }))
  })
})

describe('stepOf', () => {
  const statement = (kind: StepKind, data?: StepStatement['data']): StepStatement =>
    ({ dossier: CODE, kind, at: '2026-11-16T08:00:00+07:00', by: { role: 'officer', name: 'Lê Văn Bình' }, state: 4, prev: FIRST_PREV, ...(data ? { data } : {}) })

  it('needs the data of its kind', () => {
    expect(stepOf(statement('refuse'))).toBeNull()
    expect(stepOf(statement('refuse', { reason: 'Sai thẩm quyền.' }))).toMatchObject({ kind: 'refuse', reason: 'Sai thẩm quyền.' })
    expect(stepOf(statement('request-supplement', { documents: 'authorisation', note: '' }))).toBeNull()
    expect(stepOf(statement('finish', { resultFiles: ['not a hash'] }))).toBeNull()
    expect(stepOf(statement('receive'))).toEqual({ kind: 'receive', at: '2026-11-16T08:00:00+07:00', by: { role: 'officer' } })
  })
})
