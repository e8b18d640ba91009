package org.familypathways.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** A form that was not accepted; its message is one plain sentence for the person who sent it. */
public class SubmissionRefused extends FormFieldValidationException {

    public SubmissionRefused(String sentence) {
        super(sentence, sentence);
    }
}
