import { readDefinitionFiles } from '@motcua/schemas/definitions'
import { describe, expect, it } from 'vitest'
import { PlaceDirectory } from './place-directory.ts'

const table: unknown = JSON.parse(readDefinitionFiles({ generatedAt: '2026-11-21T00:00:00Z' }).get('reference/communes.json') ?? '{}')

async function directory(): Promise<PlaceDirectory> {
  const places = new PlaceDirectory(async () => table)
  await places.load()
  return places
}

describe('PlaceDirectory', () => {
  it('knows the commune by its code, with its kind and province', async () => {
    expect((await directory()).communeName('30838')).toBe('Xã Mỹ Thuận, An Giang')
  })

  it.each([
    ['my thuan', '30838'], ['Mỹ Thuận', '30838'], ['xa my thuan', '30838'], ['my thuan an giang', '30838'], ['MY THU', '30838'], ['dien bien phu', '03127'], ['Điện Biên Phủ', '03127'],
  ])('finds %j whatever the marks', async (words, code) => {
    expect((await directory()).search(words).map((commune) => commune.code)).toContain(code)
  })

  it('finds every commune by its own name without marks in its own province', async () => {
    const places = await directory()
    const missed: string[] = []
    for (const province of places.provinces) {
      for (const commune of places.search('', province.code)) {
        const bare = commune.name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
        if (!places.search(bare, province.code).some((found) => found.code === commune.code)) missed.push(commune.code)
      }
    }
    expect(missed).toEqual([])
  })

  it('keeps within the chosen province', async () => {
    const found = (await directory()).search('my thuan', '91')
    expect(new Set(found.map((commune) => commune.provinceCode))).toEqual(new Set(['91']))
  })

  it('says that it failed, and tries again when asked again', async () => {
    let calls = 0
    const places = new PlaceDirectory(async () => { calls += 1; if (calls === 1) throw new TypeError('network'); return table })
    await places.load()
    expect(places.state.value).toBe('failed')
    await places.load()
    expect(places.state.value).toBe('ready')
    await places.load()
    expect(calls).toBe(2)
  })

  it('refuses a file that is no list of communes', async () => {
    const places = new PlaceDirectory(async () => ({ provinces: [] }))
    await places.load()
    expect(places.state.value).toBe('failed')
  })
})
