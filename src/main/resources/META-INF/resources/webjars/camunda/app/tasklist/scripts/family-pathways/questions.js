const GROUPS = { 'fjs-form-field-radio': 'radiogroup', 'fjs-form-field-checklist': 'group' };
let named = 0;

/**
 * In the library's own markup a question with answers to choose from belongs to none of them. Whoever listens to the
 * form hears the question before its answers.
 */
export function nameQuestions(surface) {
  const name = () => Object.entries(GROUPS).forEach(([kind, role]) => surface
    .querySelectorAll(`.${kind}:not([role])`)
    .forEach((answers) => {
      const question = answers.querySelector(':scope > .fjs-form-field-label');
      question.id ||= `fp-question-${named += 1}`;
      answers.setAttribute('role', role);
      answers.setAttribute('aria-labelledby', question.id);
    }));
  new MutationObserver(name).observe(surface, { childList: true, subtree: true });
}
