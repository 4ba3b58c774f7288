import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pagePolicy } from '../src/policy.ts'

const REPOSITORY = join(import.meta.dirname, '../../..')
const HEADER = `Content-Security-Policy: ${pagePolicy({ gateway: 'https://gateway.example' })}`

describe('the policy of a page', () => {
  it.each(['docs/guides/embed.md', 'packages/eforms/README.md', 'examples/commune-site/README.md'])('is written in %s as it is', (file) => {
    expect(readFileSync(join(REPOSITORY, file), 'utf8').replaceAll(/\s+/g, ' ')).toContain(HEADER)
  })

  it('lets nothing but the page and its gateway be talked to', () => {
    expect(pagePolicy()).toContain("connect-src 'self';")
    expect(pagePolicy({ gateway: 'http://gateway.localhost:8081' })).toContain("connect-src 'self' http://gateway.localhost:8081;")
    expect(HEADER).not.toMatch(/unsafe|\*|data:|wasm/)
  })

  it('names scripts that stand in the page by their hashes, and nothing but hashes', () => {
    expect(pagePolicy({ scripts: ['sha256-AbC+/=='] })).toContain("script-src 'self' 'sha256-AbC+/=='; style-src")
    for (const script of ['unsafe-inline', "sha256-x' 'unsafe-inline", 'https://else.example', '']) expect(() => pagePolicy({ scripts: [script] })).toThrow(TypeError)
  })

  it.each(['https://gateway.example/', 'gateway.example', "https://gateway.example; script-src 'unsafe-inline'", 'https://gateway.example https://else.example', '*', 'https://*.example', 'https://x;sandbox', 'ftp://gateway.example', ''])('takes nothing but an origin: %s', (gateway) => {
    expect(() => pagePolicy({ gateway })).toThrow(TypeError)
  })
})
