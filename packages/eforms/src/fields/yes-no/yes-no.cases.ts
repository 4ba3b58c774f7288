import { both } from '../../testing/kind-cases.ts'
import type { KindCases } from '../../testing/kind-cases.ts'

export const yesNoCases: KindCases = {
  words: { vi: { label: 'Bạn đã từng đăng ký kết hôn chưa?' }, en: { label: 'Have you been married before?' } },
  schema: { type: 'boolean' },
  // “No” is an answer; none is neither.
  answer: false, value: 'false', reads: both('Không', 'No'),
  takenBack: 'never',
  missing: both('Bạn chưa trả lời mục “Bạn đã từng đăng ký kết hôn chưa?”.', 'You have not answered “Have you been married before?”.'),
  wrong: [],
}
