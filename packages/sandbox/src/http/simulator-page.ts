import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

export interface SimulatorPageOptions {
  title: string
  /** What real service this page stands in for. */
  standsFor: string
  /** External script of the same site. */
  script?: string
  body: Markup
}

/** A plain page of a simulator. It always says, first, that it is one. */
export function simulatorPage({ title, standsFor, script, body }: SimulatorPageOptions): Markup {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Mô phỏng</title>
<link rel="stylesheet" href="/simulator.css">
${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
</head>
<body>
<p class="notice" role="note"><strong>Trang mô phỏng.</strong> ${standsFor} Mọi người và số liệu ở đây đều là giả.</p>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`
}

/** A table whose rows stand as blocks, each cell under its own heading, where the screen is narrow. */
export function tableView(headings: readonly string[], rows: ReadonlyArray<ReadonlyArray<string | Markup>>): Markup {
  return html`<table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td data-heading="${headings[index] ?? ''}">${cell}</td>`)}</tr>`)}</tbody>
</table>`
}

/** Style sheet shared by the simulators: native controls, one column, readable from 320 px upward. */
export const SIMULATOR_CSS = `:root{color-scheme:light;--ink:#1b1f24;--muted:#57606a;--line:#c9d1d9;--accent:#0b5c7a;--paper:#fff;--danger:#a40e26;--ok:#116329}
*{box-sizing:border-box}
body{margin:0;background:#f3f5f7;color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.notice{margin:0;padding:.6rem 1rem;background:#fff3c4;border-bottom:2px solid #b58105;font-size:.9rem}
main{max-width:46rem;margin:0 auto;padding:1rem}
h1,h2,legend{text-wrap:balance}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
a{color:var(--accent)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem}
.card>:first-child,.card>[type=hidden]+*{margin-top:0}.card>:last-child{margin-bottom:0}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.35rem 1rem;margin:0}
dt{color:var(--muted)}dd{margin:0;font-weight:600}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}
label{display:block;font-weight:600;margin:.75rem 0 .25rem}
.choice{display:flex;gap:.6rem;align-items:flex-start;font-weight:400;margin:.5rem 0}
.choice input{flex:none;width:1.4rem;height:1.4rem;margin:.15rem 0 0}
.choice small,.hint{color:var(--muted)}
input[type=text],select,textarea{width:100%;padding:.6rem;font:inherit;border:1px solid #6e7781;border-radius:.3rem;background:#fff;color:inherit}
textarea{min-height:5.5rem}
fieldset{border:1px solid var(--line);border-radius:.5rem;margin:0 0 1rem;padding:.5rem 1rem 1rem}
legend{font-weight:700;padding:0 .3rem}
button,.button{display:inline-block;min-height:2.75rem;padding:.6rem 1rem;font:inherit;font-weight:600;border:1px solid var(--accent);border-radius:.35rem;background:var(--accent);color:#fff;text-decoration:none;cursor:pointer}
button.plain,.button.plain{background:#fff;color:var(--accent)}
button.danger{background:#fff;color:var(--danger);border-color:var(--danger)}
:focus-visible{outline:3px solid #f5a623;outline-offset:2px}
.row{display:flex;flex-wrap:wrap;gap:.6rem;margin:.75rem 0}
.row form{margin:0}
.good,.bad{border-left:.35rem solid;background:#fff;padding:.75rem 1rem;margin:0 0 1rem}
.good{border-color:var(--ok)}.bad{border-color:var(--danger)}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:.5rem;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--muted);font-weight:600}
@media(max-width:40rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table,tbody,tr,td{display:block;background:none}tr{background:#fff;border:1px solid var(--line);border-radius:.5rem;margin:0 0 1rem;padding:.5rem .75rem}td{border:0;padding:.2rem 0}td::before{content:attr(data-heading);display:block;color:var(--muted);font-size:.85rem}}
code,.mono{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em}
ol.steps{padding-left:1.25rem}ol.steps li{margin:.3rem 0}
`
