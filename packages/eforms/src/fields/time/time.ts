import { readTime } from '@motcua/form-core/parse-input'
import { TextControl, tidyLine } from '../text-control.ts'

/**
 * Time of day in one box. People write it in many ways ("7h30", "7 giờ 30 chiều"), so it is read liberally and shown as
 * `07:30` once they have left. A native time input asks for AM or PM by the settings of the phone, changes with the scroll
 * wheel and cannot keep what it does not understand; two boxes would forbid writing it as one says it.
 */
export const createTime = () => new TextControl({ widthChars: 10, read: readTime, tidy: (text) => readTime(tidyLine(text)) })
