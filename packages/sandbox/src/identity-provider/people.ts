/** A made-up person of the simulated identity provider. Numbers fit the layout of the law but belong to nobody. */
export interface TestPerson {
  /** Stable account id (`TechID`, `sub`). */
  accountId: string
  fullName: string
  /** `YYYY-MM-DD` */
  birthDate: string
  sex: 'male' | 'female'
  /** 12 digits: province of birth registration, century and sex, year, six digits. */
  personalId: string
  phone: string
  email: string
  /** Who this person is in the stories of the sandbox. */
  role: 'citizen' | 'officer'
  about: string
}

/**
 * Test people. The grandchild in the story is not here on purpose: a child has no account, the grandmother types the
 * child's data into the form.
 */
export const TEST_PEOPLE: readonly TestPerson[] = [
  {
    accountId: 'test-hoa',
    fullName: 'Nguyễn Thị Hoa',
    birthDate: '1958-03-08',
    sex: 'female',
    personalId: '091158000123',
    phone: '0912000123',
    email: 'hoa@motcua.example',
    role: 'citizen',
    about: 'Bà ngoại, xin bản sao trích lục khai sinh cho cháu',
  },
  {
    accountId: 'test-phuong',
    fullName: 'Lê Thị Mai Phương',
    birthDate: '1990-11-02',
    sex: 'female',
    personalId: '091190000789',
    phone: '0912000789',
    email: 'phuong@motcua.example',
    role: 'citizen',
    about: 'Người dân thứ hai, không xem được hồ sơ của bà Hoa',
  },
  {
    accountId: 'test-minh',
    fullName: 'Trần Văn Minh',
    birthDate: '1985-06-15',
    sex: 'male',
    personalId: '091085000456',
    phone: '0912000456',
    email: 'minh@motcua.example',
    role: 'officer',
    about: 'Cán bộ bộ phận một cửa xã Mỹ Thuận',
  },
]

/** The officer who works at the sandbox's desk. */
export const TEST_OFFICER: TestPerson = personOf('test-minh')

/** The test person with this account id; throws when there is none. */
export function personOf(accountId: string): TestPerson {
  const person = findPerson(accountId)
  if (person === undefined) throw new TypeError('No test person has this account id')
  return person
}

/** The test person with this account id, if any. */
export function findPerson(accountId: string): TestPerson | undefined {
  return TEST_PEOPLE.find((person) => person.accountId === accountId)
}
