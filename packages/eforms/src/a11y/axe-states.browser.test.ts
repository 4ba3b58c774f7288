import axe from 'axe-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../locales/strings.ts'
import { stageFields } from './field-stage.ts'
import { emulate } from './media.ts'
import type { Medium } from './media.ts'
import { SCREENS } from './screens.ts'

const isFull = import.meta.env.MOTCUA_CONFORMANCE === 'full'
const score = { clean: 0, total: 0 }

afterEach(async () => {
  document.body.replaceChildren()
  await emulate('as it is')
})
afterAll(() => { console.log(`conformance: axe, states without a violation: ${score.clean}/${score.total}`) })

/** What axe has against each of the hosts, every rule, by the id or tag of the host. */
async function violations(hosts: readonly HTMLElement[]): Promise<string[]> {
  const result = await axe.run({ include: [...hosts] }, { resultTypes: ['violations'] })
  // Inside a root a target is a path that begins with its host.
  const found = result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => ({ host: String([target[0]].flat()[0]), said: `${id} ${JSON.stringify(target)} ${html}` })))
  score.total += hosts.length
  score.clean += hosts.length - new Set(found.map(({ host }) => host)).size
  return found.map(({ said }) => said)
}

const LOOKS: ReadonlyArray<[Language, Medium]> = [['vi', 'as it is'], ['en', 'as it is'], ['vi', 'forced colours'], ['vi', 'dark']]

describe.each(LOOKS)('axe finds nothing, %s, %s', (language, medium) => {
  // The everyday run shows a part of them: driving the procedures shows the rest.
  if (isFull || medium === 'as it is') it('in any kind of field in any state', async () => {
    await emulate(medium)
    expect(await violations(await stageFields(language))).toEqual([])
  })

  it.each(isFull ? SCREENS : SCREENS.filter((_screen, index) => index % (medium === 'as it is' ? 4 : 12) === 2))('on the screen “$name”', async ({ show }) => {
    await emulate(medium)
    expect(await violations([await show(language)])).toEqual([])
  })
})
