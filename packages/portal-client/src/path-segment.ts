/** One segment of a path. @throws TypeError for an empty one and for `.` and `..`, which would lead to another address. */
export function pathSegment(value: string): string {
  if (value === '' || value === '.' || value === '..') throw new TypeError('expected a code or id for the address, got an empty or relative one')
  return encodeURIComponent(value)
}
