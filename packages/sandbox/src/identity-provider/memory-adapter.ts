import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Stored { payload: AdapterPayload; expiresAt: number }

/** Storage of the simulated provider: this process's memory, on purpose. A restart forgets every sign-in under way. */
export function memoryAdapterFactory(now: () => number = Date.now): (name: string) => Adapter {
  const stored = new Map<string, Stored>()
  return (name) => {
    const keyOf = (id: string): string => `${name}:${id}`
    const read = (key: string): AdapterPayload | undefined => {
      const entry = stored.get(key)
      if (entry !== undefined && entry.expiresAt > now()) return entry.payload
      stored.delete(key)
      return undefined
    }
    const findWhere = (holds: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      for (const key of stored.keys()) {
        const payload = key.startsWith(`${name}:`) ? read(key) : undefined
        if (payload !== undefined && holds(payload)) return payload
      }
      return undefined
    }
    return {
      upsert: async (id, payload, expiresIn = 0) => { stored.set(keyOf(id), { payload, expiresAt: now() + expiresIn * 1000 }) },
      find: async (id) => read(keyOf(id)),
      findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = read(keyOf(id))
        if (payload !== undefined) payload.consumed = Math.floor(now() / 1000)
      },
      destroy: async (id) => { stored.delete(keyOf(id)) },
      revokeByGrantId: async (grantId) => {
        for (const [key, entry] of stored) if (entry.payload.grantId === grantId) stored.delete(key)
      },
    }
  }
}
