/**
 * The desk's only script: the gateway hands the one-time code back in the fragment of the address, which never reaches
 * a server, so the page puts it into a form of its own and sends that.
 */
export const DESK_SCRIPT = `const answer = new URLSearchParams(location.hash.slice(1))
const form = document.querySelector('form[data-sign-in]')
if (form) {
  history.replaceState(null, '', location.pathname)
  for (const name of ['code', 'state', 'error']) form.elements[name].value = answer.get('motcua_' + name) ?? ''
  form.requestSubmit()
}
`
