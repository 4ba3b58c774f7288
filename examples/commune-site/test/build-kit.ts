import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Once before all end-to-end tests: builds the browser bundle from the sources, as `npm start` does. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, ['--conditions=@motcua/source', new URL('../../../packages/eforms/build-browser.ts', import.meta.url).pathname])
}
