/** Safari before 17.4 and Firefox before 126 know no states, Chrome before 125 only such as begin with dashes (`:--user-invalid`). */
export function toggleState(states: CustomStateSet | undefined, name: string, isOn: boolean): void {
  states?.delete(name)
  states?.delete(`--${name}`)
  if (!isOn) return
  try { states?.add(name) } catch { states?.add(`--${name}`) }
}
