import type { Sentences } from './sentences.ts'

export const SENTENCES_EN = {
  kinds: {
    date: { format: '“{label}” must be a real date, for example 27 3 1985.' },
    'partial-date': { pattern: '“{label}” must be a real date, or a month and year, or a year alone.' },
    integer: { type: '“{label}” must be a whole number, in digits only.' },
    number: { type: 'Write “{label}” in digits with a comma or point before the decimals and nothing between thousands: 1500 or 1.5.' },
    money: { type: 'Write “{label}” in digits, in đồng, for example 1,500,000.', minimum: 'The amount in “{label}” must be {limit} đồng or more.', maximum: 'The amount in “{label}” must be {limit} đồng or less.' },
    time: { pattern: '“{label}” must be a time of day, for example 7:30 or 19:05.' },
    'personal-id': { pattern: '“{label}” has exactly 12 digits.' },
    phone: { pattern: 'Write “{label}” with all its digits, beginning with 0, for example 0912345678.' },
    email: { pattern: 'Write “{label}” in full, for example name@example.vn.' },
    checkboxes: { required: 'Choose at least one option for “{label}”.', minItems: 'Choose at least {limit} options for “{label}”.', maxItems: 'Choose at most {limit} options for “{label}”.' },
    consent: { required: 'You need to agree to “{label}” to go on.' },
  },
  generic: {
    required: 'You have not answered “{label}”.',
    enum: 'Choose one of the options for “{label}”.',
    const: 'You need to agree to “{label}” to go on.',
    minLength: '“{label}” needs at least {limit} characters.',
    maxLength: '“{label}” may be at most {limit} characters long.',
    minimum: '“{label}” must be {limit} or more.',
    maximum: '“{label}” must be {limit} or less.',
    minItems: '“{label}” needs at least {limit} items.',
    maxItems: '“{label}” may have at most {limit} items.',
    notAllowed: '“{label}” need not be filled in here.',
    communeNotInProvince: 'The commune in “{label}” is not in the province you chose. Choose again.',
    optionNotOffered: 'The choice for “{label}” does not go with your other answers. Choose again.',
    rule: 'The answer to “{label}” does not agree with other answers.',
    server: 'The receiving office has not accepted “{label}”. Check it.',
    other: 'Check “{label}”: the answer is not written as it should be.',
  },
} as const satisfies Sentences
