import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSites } from '../testing/test-sites.ts'
import type { TestSites } from '../testing/test-sites.ts'
import { CspReportLog } from './csp-reports.ts'
import { createCommuneSite, integrityOf } from './site.ts'

const KIT = new TextEncoder().encode('export const kit = 1\n')
const reports = new CspReportLog()
let test: TestSites
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-site-'))
  await mkdir(join(folder, 'public'))
  await mkdir(join(folder, 'kit'))
  await writeFile(join(folder, 'secret.txt'), 'not for the web')
  await writeFile(join(folder, 'public', 'index.html'), '<script type="module" src="/motcua/motcua.js" integrity="{{integrity:/motcua/motcua.js}}"></script><motcua-eform portal="{{portal}}"></motcua-eform>')
  await writeFile(join(folder, 'kit', 'motcua.js'), KIT)
  test = await openTestSites()
  test.mount('commune', createCommuneSite({ sites: test.sites, siteDir: join(folder, 'public'), kitDir: join(folder, 'kit'), reports }))
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

describe('commune site', () => {
  it('fills in the gateway’s address and the hash of the script that it really serves', async () => {
    const page = await (await test.fetch(`${test.sites.commune}/`)).text()
    expect(page).toContain(`portal="${test.sites.gateway}"`)
    const script = new Uint8Array(await (await test.fetch(`${test.sites.commune}/motcua/motcua.js`)).arrayBuffer())
    expect(page).toContain(`integrity="${integrityOf(script)}"`)
    expect(page).not.toContain('{{')
  })

  it('sends the strict policy with every answer, errors included', async () => {
    for (const path of ['/', '/nowhere', '/motcua/motcua.js']) {
      const policy = (await test.fetch(test.sites.commune + path)).headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).toContain(`connect-src 'self' ${test.sites.gateway};`)
      expect(policy).not.toMatch(/unsafe|\*/)
    }
  })

  it.each(['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/motcua/..%2f..%2fsecret.txt', '/%00', '/%zz'])('serves nothing outside its folders: %s', async (path) => {
    const answer = await test.fetch(test.sites.commune + path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('not for the web')
  })

  it('keeps what browsers report, and bodies that are no report as unreadable', async () => {
    const post = (body: string): Promise<Response> => test.fetch(`${test.sites.commune}/csp-reports`, { method: 'POST', headers: { 'content-type': 'application/csp-report' }, body })
    expect((await post(JSON.stringify({ 'csp-report': { 'document-uri': 'http://x/', 'violated-directive': 'script-src-elem', 'blocked-uri': 'inline' } }))).status).toBe(204)
    await post('not json')
    expect(reports.list()).toMatchObject([{ violatedDirective: 'script-src-elem', blockedUri: 'inline' }, { violatedDirective: 'unreadable' }])
  })
})
