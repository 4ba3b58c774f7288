import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../locales/strings.ts'
import { viFiles } from '../../locales/vi-files.ts'
import { FILE_FAULTS, fileFaultText, fileLimitsText, judgeFile } from './judge-file.ts'

const limits = { mediaTypes: ['application/pdf', 'image/png'], maxBytes: 1000 }
const pdf = (size = 20): File => new File(['%PDF-1.7\n'.padEnd(size, 'x')], 'a.pdf', { type: 'application/pdf' })
const png = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'a.pdf', { type: 'application/pdf' })

describe('judgeFile', () => {
  it.each<[string, File, (typeof FILE_FAULTS)[number] | undefined]>([
    ['a file of a type that is taken', pdf(), undefined],
    ['one that is what its content says, whatever its name', png, undefined],
    ['one that only says so', new File(['just words'], 'a.pdf', { type: 'application/pdf' }), 'wrong-type'],
    ['a PDF that does not begin at its first byte', new File([' %PDF-1.7'], 'a.pdf'), 'wrong-type'],
    ['nothing', new File([], 'a.pdf', { type: 'application/pdf' }), 'empty'],
    ['as much as is taken', pdf(1000), undefined],
    ['a byte more', pdf(1001), 'too-large'],
  ])('judges %s', async (_, file, fault) => { expect(await judgeFile(file, limits)).toBe(fault) })

  it('takes any content where no type is named', async () => { expect(await judgeFile(new File(['words'], 'a.txt'), { mediaTypes: [], maxBytes: 10 })).toBeUndefined() })
})

describe('words about a file', () => {
  const words = wordsOf('vi', viFiles)

  it('say what is taken', () => {
    expect(fileLimitsText({ ...limits, maxBytes: 5 * 1024 * 1024 }, words)).toBe('Nhận PDF, PNG; mỗi tệp tối đa 5 MB.')
    expect(fileLimitsText({ mediaTypes: [], maxBytes: 2048 }, words)).toBe('Mỗi tệp tối đa 2 kB.')
  })

  it.each(FILE_FAULTS)('say what to do about a file that is %s', (fault) => { expect(fileFaultText(fault, pdf(3000), { ...limits, maxBytes: 2048 }, words)).toMatch(/chọn tệp khác/) })
})
