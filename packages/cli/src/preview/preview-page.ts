import { escapeHtml } from '../escape-html.ts'
import type { Preview } from './compile-preview.ts'

/** The header a commune's page sends when it has no gateway: what works here works there. */
export const PREVIEW_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "connect-src 'self'",
  "require-trusted-types-for 'script'", "trusted-types lit-html 'allow-duplicates'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

export const PREVIEW_STYLE = `
body { margin: 0 auto; max-width: 48rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
.preview { border-left: .3rem solid #b25000; padding: .5rem 1rem; background: #fdf3e7; font-size: .9rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f3f3; padding: 1rem }
`

/** Loads the page anew when the procedure has changed; what was typed into a preview is not kept. */
export const PREVIEW_SCRIPT = `new EventSource('/changes').addEventListener('message', () => { location.reload() })\n`

/** What a page is made for. */
export interface PageOptions { slug: string; language: string; commune: string }

/** The page: the form as a commune would embed it, or the mistakes that keep it from being shown. */
export function previewPage(preview: Preview, { slug, language, commune }: PageOptions): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(preview.kind === 'form' ? preview.title : slug)} – motcua preview</title>
<link rel="stylesheet" href="/preview.css">
<script type="module" src="/preview.js"></script>
${preview.kind === 'form' ? '<script type="module" src="/motcua.single.js"></script>\n' : ''}</head>
<body>
${bodyOf(preview, { slug, language, commune })}
</body>
</html>
`
}

function bodyOf(preview: Preview, { slug, language, commune }: PageOptions): string {
  switch (preview.kind) {
    case 'form': return `<p class="preview">Preview of <strong>${escapeHtml(slug)}</strong>, version of ${escapeHtml(preview.version)}. Ends by hand-off; nothing is sent anywhere. The page follows the JSON.</p>
<motcua-eform procedure="${escapeHtml(slug)}" commune="${escapeHtml(commune)}" definitions="/definitions/" lang="${language}">
<p>The form is loading, or cannot be shown.</p>
</motcua-eform>`
    case 'unknown': return `<h1>No procedure ${escapeHtml(slug)}</h1>
<p>There are: ${escapeHtml(preview.known.join(', '))}.</p>`
    case 'mistakes': return `<h1>${preview.lines.length} ${preview.lines.length === 1 ? 'mistake' : 'mistakes'} in ${escapeHtml(slug)}</h1>
<pre>${escapeHtml(preview.lines.join('\n\n'))}</pre>`
  }
}
