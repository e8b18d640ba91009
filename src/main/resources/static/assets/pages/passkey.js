// A form that takes a passkey with it: the browser makes or proves one, and the form carries what it says.
const form = document.querySelector('form[data-passkey]')
const problems = document.getElementById('passkey-problems')

function say(name) {
  const sentences = [...problems.querySelectorAll('[data-problem]')]
  const right = sentences.find(each => each.dataset.problem === name)
      ?? sentences.find(each => each.dataset.problem === 'other')
  for (const each of sentences) {
    each.hidden = each !== right
  }
  problems.hidden = false
  problems.focus()
}

async function asked() {
  const options = JSON.parse(form.dataset.options)
  return form.dataset.passkey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}

if (form) {
  let waiting = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    if (waiting) {
      return
    }
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
      say('none')
      return
    }
    waiting = true
    try {
      form.elements.credential.value = JSON.stringify(await asked())
      form.submit()
    } catch (problem) {
      waiting = false
      say(problem.name)
    }
  })
}
