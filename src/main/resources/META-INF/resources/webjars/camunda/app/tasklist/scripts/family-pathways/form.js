import { dayOf, timeOf } from './dates.js';
import { Draft, SignedOut } from './drafts.js';
import { place } from './place.js';
import { nameQuestions } from './questions.js';
import { signInAgain } from './session.js';

/**
 * Shows the forms in place of Tasklist's own directive, which keeps what is typed in the browser's storage. The form
 * itself is drawn by the same library in the same version.
 */
export async function showForms(tasklist) {
  await import(place('assets/form-js/form-viewer.umd.js'));
  window.flatpickr.l10ns.default.firstDayOfWeek = 1;
  tasklist.config(['$provide', ($provide) => {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', 'camAPI', 'Notifications', ($delegate, camAPI, notifications) => {
      $delegate[0].compile = () => (scope, element, attributes, tasklistForm) => {
        const form = new TaskForm(element[0], tasklistForm, camAPI, notifications);
        scope.$watch('asynchronousFormKey.key', (address) => address && form.open(address));
        scope.$watch('options.disableForm', (closed) => form.allowTyping(!closed));
        scope.$on('$destroy', () => form.close());
      };
      return $delegate;
    }]);
  }]);
}

const REFERENCE = /^[CFP]-\d+$/;

class TaskForm {
  #form;
  #keys = new Set();
  #isHandingIn = false;

  constructor(element, tasklistForm, camAPI, notifications) {
    const { taskId, processDefinitionId, processDefinitionKey } = tasklistForm.getParams();
    this.element = element;
    this.tasklistForm = tasklistForm;
    this.notifications = notifications;
    this.taskId = taskId;
    this.processDefinitionId = processDefinitionId;
    this.resource = camAPI.resource(taskId ? 'task' : 'process-definition');
    this.users = camAPI.resource('user');
    this.draft = new Draft(taskId ?? `start:${processDefinitionKey}`, (error) => this.#sayKept(error));
    this.once = crypto.getRandomValues(new Uint32Array(4)).join('-');
    this.mayType = true;
    this.#addStatus();
    // the button stays open: whoever presses it too early is told what is missing
    tasklistForm.notifyFormValidated(false);
    tasklistForm.registerCompletionHandler((done) => this.#handIn(done));
  }

  async open(address) {
    try {
      const [schema, known, draft] = await Promise.all([
        this.#read(address),
        this.#known(),
        this.draft.read().catch(() => undefined),
      ]);
      this.#keys = new Set(keysOf(schema.components));
      this.known = known;
      this.schema = { ...schema, components: withDaysInWords(schema.components, known) };
      this.#form = new window.FormViewer.Form({ container: this.surface });
      await this.#form.importSchema(this.schema, { ...known, ...draft });
      this.draft.startWith(this.#answers());
      this.allowTyping(this.mayType);
      this.#form.on('changed', () => this.mayType && this.draft.note(this.#answers()));
      this.#form.on('submit', () => this.#isHandingIn || this.tasklistForm.attemptComplete());
      if (draft) {
        this.#sayRestored();
      }
      this.tasklistForm.notifyFormInitialized();
    } catch (error) {
      this.tasklistForm.notifyFormInitializationFailed(error);
    }
  }

  /** Only whoever has claimed the task types in it, with the keyboard neither. */
  allowTyping(allowed) {
    this.mayType = allowed;
    this.#form?.setProperty('readOnly', !allowed);
  }

  close() {
    this.draft.close();
    this.#form?.destroy();
  }

  async #read(address) {
    const answer = await fetch(`${address}?noCache=${Date.now()}`);
    if (!answer.ok) {
      throw new Error(`The form could not be loaded (${answer.status}).`);
    }
    return answer.json();
  }

  async #known() {
    if (!this.taskId) {
      return {};
    }
    const variables = await this.resource.formVariables({ id: this.taskId, deserializeValues: false });
    return Object.fromEntries(await Promise.all(Object.entries(variables).map(async ([name, { type, value }]) =>
      [name, type === 'Json' ? await this.#withNames(JSON.parse(value)) : value])));
  }

  /** The engine knows colleagues by their account only; whoever chooses one reads the name. */
  #withNames(options) {
    return Array.isArray(options)
      ? Promise.all(options.map(async (option) =>
        option.label === option.value && !REFERENCE.test(option.value) ? { ...option, label: await this.#nameOf(option.value) } : option))
      : options;
  }

  async #nameOf(account) {
    try {
      const { firstName, lastName } = await this.users.profile({ id: account });
      return [firstName, lastName].filter(Boolean).join(' ') || account;
    } catch {
      return account;
    }
  }

  #answers() {
    const { data } = this.#form._getState();
    return Object.fromEntries(Object.entries(data).filter(([key]) => this.#keys.has(key)));
  }

  async #handIn(done) {
    this.#isHandingIn = true;
    const { data, errors } = this.#form.submit();
    this.#isHandingIn = false;
    if (Object.keys(errors).length) {
      done({ message: 'Look at the answers marked in red.' });
      this.#goToFirstFault();
      return;
    }
    await this.draft.hold();
    try {
      done(null, await this.resource.submitForm({
        id: this.taskId ?? this.processDefinitionId,
        // a case that is begun twice by the same form, for example by a second click, is one
        ...(!this.taskId && { businessKey: this.once }),
        variables: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, variable(value)])),
      }));
      if (this.taskId) {
        this.notifications.addMessage({ status: 'Completed', message: 'The task is done.', duration: 8000 });
      }
    } catch (error) {
      this.draft.release();
      done(error);
    }
  }

  #goToFirstFault() {
    setTimeout(() => this.surface
      .querySelector('.fjs-has-errors')
      ?.querySelector('input, textarea, select, [tabindex]')
      ?.focus());
  }

  #addStatus() {
    this.surface = document.createElement('div');
    this.surface.addEventListener('click', openElsewhere);
    nameQuestions(this.surface);
    this.status = document.createElement('p');
    this.status.className = 'fp-draft';
    this.status.setAttribute('role', 'status');
    this.element.append(this.surface, this.status);
  }

  #sayKept(error) {
    this.status.classList.toggle('fp-draft--failed', Boolean(error));
    this.status.textContent = error
      ? `Your draft could not be saved${error.message ? `: ${error.message}` : ''}. Keep this page open.`
      : `Draft saved at ${timeOf(Date.now())}`;
    if (error instanceof SignedOut) {
      signInAgain();
    }
  }

  #sayRestored() {
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'btn btn-link';
    discard.textContent = 'Discard the draft';
    discard.onclick = () => this.#discard();
    this.status.replaceChildren('Draft restored. ', discard);
  }

  async #discard() {
    await this.draft.discard();
    await this.#form.importSchema(this.schema, this.known);
    this.draft.startWith(this.#answers());
    this.status.textContent = 'Draft discarded';
    this.surface.querySelector('input, textarea, select')?.focus();
  }
}

/** A link out of the form leaves the form where it is. */
function openElsewhere(event) {
  const link = event.target.closest('a[href]');
  if (link) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

/** A text that names a day says `22 November 2026`, not `2026-11-22`. */
function withDaysInWords(components, known) {
  return components.map((component) => ({
    ...component,
    ...(component.components && { components: withDaysInWords(component.components, known) }),
    ...(component.type === 'text' && {
      text: component.text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) =>
        /^\d{4}-\d{2}-\d{2}$/.test(known[name]) ? dayOf(known[name]) : whole),
    }),
  }));
}

function keysOf(components) {
  return components.flatMap(({ key, path, components: inner }) =>
    [...(key ?? path ? [(key ?? path).split('.')[0]] : []), ...(inner ? keysOf(inner) : [])]);
}

function variable(value) {
  return value !== null && typeof value === 'object' ? { type: 'Json', value: JSON.stringify(value) } : { value };
}
