// Hướng dẫn của thủ tục có tên hoặc mã trong địa chỉ: /guide.html?procedure=extract-copy
const procedure = new URLSearchParams(location.search).get('procedure') ?? ''
/** Thủ tục có trang khai trên trang web này. */
const PAGES = { 'extract-copy': '/extract-copy.html', 'birth-registration': '/birth-registration.html', 'birth-re-registration': '/birth-re-registration.html', 'signature-certification': '/signature-certification.html' }
const CODES = { '2.000635': 'extract-copy', '1.001193': 'birth-registration', '1.004884': 'birth-re-registration', '2.000884': 'signature-certification' }

if (/^[a-z0-9.-]{1,80}$/.test(procedure)) {
  const guide = document.getElementById('guide')
  const page = PAGES[CODES[procedure] ?? procedure]
  if (page) guide.setAttribute('href', page)
  guide.setAttribute('procedure', procedure)
  guide.hidden = document.getElementById('other').hidden = false
  document.getElementById('finder').hidden = true
}
