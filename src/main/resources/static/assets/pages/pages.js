import { initAll } from '../govuk-frontend/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// whoever was signed out in the middle of a task comes back to that task
const signIn = document.querySelector('form[action$="/sign-in"]')
if (signIn && location.hash.startsWith('#/?')) {
  signIn.action += location.hash
}
