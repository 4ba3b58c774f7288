/**
 * A gateway in a process of its own, for the crash test: reads its database from the environment, says where it listens,
 * and kills itself after a submission has been handled and before the answer leaves.
 */
import { serve } from '@hono/node-server'
import { createGateway } from '../src/index.ts'
import { createConfig } from './world.ts'

const { config } = await createConfig(JSON.parse(process.env.CRASH_DATABASE ?? '{}'), { filesDir: process.env.CRASH_FILES ?? '' })
const gateway = await createGateway({ ...config, log: () => {} })
const server = serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: async (request) => {
    const response = await gateway.fetch(request)
    if (request.method === 'POST' && request.url.endsWith('/v1/dossiers') && response.status === 201) process.kill(process.pid, 'SIGKILL')
    return response
  },
}, ({ port }) => process.stdout.write(`listening ${port}\n`))
server.on('error', () => process.exit(1))
