import { initAll } from '../govuk-frontend/govuk-frontend.min.js'
import './passkey.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// whoever was signed out in the middle of a task comes back to that task
const signIn = document.querySelector('form[action$="/sign-in"], form[action$="/sign-in/passkey"]')
if (signIn && location.hash.startsWith('#/?')) {
  signIn.action += location.hash
}

// browsers offer the clipboard only where nobody can listen in; elsewhere the text can still be marked
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copies]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).innerText)
      button.nextElementSibling.textContent = 'Copied.'
    })
  }
}
