package org.familypathways.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One completed form: what was answered, by whom, in which step of which case.
 *
 * @param pathwayKey the process key
 * @param processInstanceId the case; null only while a refused start form is handed over
 * @param taskId null for a start form
 * @param once what names the handing in of a start form, however often it is sent; null where the client does not say
 * @param taskKey the id of the user task or start event in the model
 * @param formKey the form's id, {@code <pathway>.<form>}
 * @param formVersion the version of the form that was filled in
 * @param familyId the family the case is about; null while a new referral has not been matched yet
 * @param childId the child, when the case or the step is about one
 * @param personId the person of the family's network, when the step is about one
 * @param author the account that submitted it
 * @param answers by question key: text, numbers, booleans, dates as {@code yyyy-MM-dd}, lists and maps of these
 */
public record Submission(
        String pathwayKey,
        @Nullable String processInstanceId,
        @Nullable String taskId,
        @Nullable String once,
        String taskKey,
        String formKey,
        int formVersion,
        @Nullable String familyId,
        @Nullable String childId,
        @Nullable String personId,
        String author,
        Map<String, Object> answers) {

    public Submission(
            String pathwayKey,
            @Nullable String processInstanceId,
            @Nullable String taskId,
            String taskKey,
            String formKey,
            int formVersion,
            @Nullable String familyId,
            @Nullable String childId,
            @Nullable String personId,
            String author,
            Map<String, Object> answers) {
        this(
                pathwayKey,
                processInstanceId,
                taskId,
                null,
                taskKey,
                formKey,
                formVersion,
                familyId,
                childId,
                personId,
                author,
                answers);
    }
}
