import type { ShapeOf } from './shapes.ts'
import type { CallOptions, Transport, WriteOptions } from './transport.ts'

/** Calls of the person who is signed in. */
export function signedCalls(transport: Transport) {
  return {
    read: <Type>(shape: ShapeOf<Type>, path: string, call?: CallOptions): Promise<Type> => transport.json(shape, { method: 'GET', path, bearer: true }, call),
    write: <Type>(shape: ShapeOf<Type>, path: string, json: unknown, call?: WriteOptions): Promise<Type> =>
      transport.json(shape, { method: 'POST', path, bearer: true, ...(json === undefined ? {} : { json }) }, call),
  }
}
