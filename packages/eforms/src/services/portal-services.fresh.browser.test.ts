import { cdp } from 'vitest/browser'
import { afterEach, describe, expect, it } from 'vitest'
import { failureOf } from './failure.ts'
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
    const told: Array<unknown> = []
    const stop = services.onSignOut?.(() => { told.push(services.session()) })
    await services.signOut()
    expect(await services.completeSignIn(location.href)).toEqual({ kind: 'none' })
    // Whoever shows something of the person hears of it at once, without a session by then.
    expect(told).toEqual([undefined])
    stop?.()
    await services.signOut()
    expect(told).toHaveLength(1)
  })
})

describe('the address of a gateway', () => {
  it('means one session, however a page writes it', () => {
    const { services } = portalServices('https://gateway.example')
    expect(portalServices('https://gateway.example/').services).toBe(services)
    expect(portalServices('https://Gateway.example:443').services).toBe(services)
    expect(portalServices('https://other.example').services).not.toBe(services)
  })
})

describe('the calls that follow filing', () => {
  it('come when they are asked for; when they are lost on the way it is a lost connection, and the next press fetches them', async () => {
    const { services } = portalServices('https://gateway.example')
    const failure = (): Promise<string> => services.listDossiers().then(() => 'no failure', (error: unknown) => failureOf(error).kind)
    await cdp().send('Network.enable')
    await cdp().send('Network.setBlockedURLs', { urls: ['*/portal-client/src/dossiers.ts*'] })
    expect(await failure()).toBe('offline')
    await cdp().send('Network.setBlockedURLs', { urls: [] })
    // They are there: now it is the session that is missing.
    expect(await failure()).toBe('session')
  })
})
