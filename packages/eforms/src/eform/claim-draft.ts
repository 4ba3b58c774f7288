/**
 * Claims a draft for this page, so that two tabs never write over each other. Gives what releases it, or `undefined` when
 * another page has it. The browser releases it when the page goes.
 */
export function claimDraft(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(`motcua-draft:${id}`, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<void>((release) => { resolve(release) })
      resolve(undefined)
      return undefined
    })
  })
}
