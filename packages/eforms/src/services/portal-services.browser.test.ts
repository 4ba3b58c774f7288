import { afterEach, describe, expect, it } from 'vitest'
import { portalServices } from './portal-services.ts'

afterEach(() => {
  sessionStorage.clear()
  history.replaceState(null, '', location.pathname + location.search)
})

describe('what became of a sign-in', () => {
  it('is told to every element on the page, but to nobody who comes after the person has signed out', async () => {
    const { services } = portalServices('https://gateway.example')
    sessionStorage.setItem('motcua:sign-in:https://gateway.example', JSON.stringify({ state: 's', codeVerifier: 'v', returnTo: location.href }))
    history.replaceState(null, '', '#motcua_error=cancelled&motcua_state=s')
    expect(await services.completeSignIn(location.href)).toEqual({ kind: 'cancelled' })
    expect(await services.completeSignIn(location.href)).toEqual({ kind: 'cancelled' })
    await services.signOut()
    expect(await services.completeSignIn(location.href)).toEqual({ kind: 'none' })
  })
})
