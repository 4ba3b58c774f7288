import { describe, expect, it } from 'vitest'
import { PROBLEMS } from './problem.ts'

describe('what the gateway says when it refuses', () => {
  it.each(Object.entries(PROBLEMS))('%s: speaks to one person as the forms do', (_, { title }) => {
    expect(title).toBe(title.normalize('NFC'))
    // “bạn” within a sentence; what to do begins with “Hãy”.
    expect(title).not.toMatch(/[^.?!] Bạn\b|(?:^|[.?!] )(?:bạn|hãy)\b/u)
    expect(title).not.toMatch(/vui lòng|bạn hãy|(?:^|[.;] )(?:Bạn )?(?:chờ|chọn|tải|xem|viết|xóa|hủy|kết thúc|đến|tự) /iu)
    expect(title).toMatch(/[.]$/u)
  })
})
