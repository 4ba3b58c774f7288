import { html, svg } from 'lit/html.js'
import type { TemplateResult } from 'lit/html.js'
import { encode } from 'uqr'

/** QR code as SVG: one path, no markup from strings. Medium error correction, four modules of quiet zone. */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  let path = ''
  data.forEach((row, y) => { row.forEach((dark, x) => { if (dark) path += `M${x} ${y}h1v1h-1z` }) })
  return html`<svg class="qr" part="qr" role="img" aria-label=${label} viewBox=${`0 0 ${size} ${size}`} shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}</svg>`
}
