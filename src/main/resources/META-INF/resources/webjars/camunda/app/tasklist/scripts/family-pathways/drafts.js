import { place } from './place.js';

const PAUSE = 1000;
const open = new Set();
let token = '';

/** The server no longer knows who is asking. */
export class SignedOut extends Error {}

/** Keeps what is typed into one form on the server: a moment after the last change, and when the form is left. */
export class Draft {
  #address;
  #kept = '';
  #typed = '';
  #timer;
  #request = Promise.resolve();
  #held = false;

  /**
   * @param form the id of a task, or `start:` and the key of a pathway
   * @param onKept told when something has been kept, or with the error why not
   */
  constructor(form, onKept) {
    this.#address = place(`api/drafts/${encodeURIComponent(form)}`);
    this.onKept = onKept;
    open.add(this);
  }

  /** What was typed before, if anything. */
  async read() {
    const answer = await this.#send('GET');
    return answer.status === 200 ? answer.json() : undefined;
  }

  /** What the form held when it was opened is not worth keeping yet. */
  startWith(answers) {
    this.#kept = this.#typed = JSON.stringify(answers);
  }

  note(answers) {
    this.#typed = JSON.stringify(answers);
    clearTimeout(this.#timer);
    if (this.isUnkept && !this.#held) {
      this.#timer = setTimeout(() => this.keep(), PAUSE);
    }
  }

  get isUnkept() {
    return this.#typed !== this.#kept;
  }

  /** Never two at once, so that an older draft cannot overtake a newer one. */
  keep() {
    clearTimeout(this.#timer);
    this.#request = this.#request.then(async () => {
      const typed = this.#typed;
      if (typed === this.#kept || this.#held) {
        return;
      }
      try {
        await this.#send('PUT', typed);
        this.#kept = typed;
        this.onKept();
      } catch (error) {
        this.onKept(error);
      }
    });
    return this.#request;
  }

  /** While the form is handed in nothing more is kept; afterwards the server has removed the draft itself. */
  async hold() {
    await this.keep();
    this.#held = true;
  }

  release() {
    this.#held = false;
  }

  async discard() {
    await this.#send('DELETE');
  }

  close() {
    this.keep();
    if (!this.isUnkept || this.#held) {
      open.delete(this);
    }
  }

  async #send(method, body) {
    const answer = await this.#attempt(method, body);
    // after a new sign-in in another tab the token is another one
    if (answer.status === 403 && method !== 'GET') {
      checked(await this.#attempt('GET'));
      return checked(await this.#attempt(method, body));
    }
    return checked(answer);
  }

  async #attempt(method, body) {
    const answer = await fetch(this.#address, {
      method,
      body,
      // a small draft still goes out while the page closes; browsers refuse this for large ones
      keepalive: Boolean(body) && body.length < 60_000,
      headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': token, 'X-Requested-With': 'XMLHttpRequest' },
    });
    token = answer.headers.get('X-CSRF-TOKEN') ?? token;
    return answer;
  }
}

function checked(answer) {
  if (answer.status === 401) {
    throw new SignedOut();
  }
  if (!answer.ok) {
    throw new Error(answer.status === 413 ? 'it is too long' : 'the server did not take it');
  }
  return answer;
}

/** @returns whether everything that was typed is safe now */
async function keepAll() {
  await Promise.all([...open].map((draft) => draft.keep()));
  return ![...open].some((draft) => draft.isUnkept);
}

/** For whoever leaves the page: a field hands over its last letters when it loses the focus. */
export async function keepAllAndLeave() {
  document.activeElement?.blur();
  return keepAll();
}

document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll());
window.addEventListener('pagehide', () => keepAllAndLeave());
