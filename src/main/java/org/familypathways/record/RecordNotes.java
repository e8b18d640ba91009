package org.familypathways.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.familypathways.access.CurrentWorker;
import org.familypathways.engine.Submission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Entries about what workers did to the record itself, outside any pathway: who, when, what, and from what to what. */
@Component
public class RecordNotes {

    private static final Logger log = LoggerFactory.getLogger(RecordNotes.class);

    private final RecordEntries entries;

    RecordNotes(RecordEntries entries) {
        this.entries = entries;
    }

    /**
     * @param childOrPerson the reference of whom it is about; null when it is about the family
     * @return the number of the entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long write(
            String familyId, @Nullable String childOrPerson, String whatWasDone, Map<String, Object> answers) {
        String author = CurrentWorker.accountId().orElse("system");
        boolean child = childOrPerson != null && Children.isChild(childOrPerson);
        long entry = entries.write(new Submission(
                "record",
                null,
                null,
                "record_" + whatWasDone,
                "record." + whatWasDone,
                1,
                familyId,
                child ? childOrPerson : null,
                child ? null : childOrPerson,
                author,
                answers));
        log.info("{} in family {} by {}", whatWasDone, familyId, author);
        return entry;
    }

    /** What is known of somebody, without what is not. */
    static Map<String, Object> of(Record details) {
        var answers = new LinkedHashMap<String, Object>();
        for (RecordComponent part : details.getClass().getRecordComponents()) {
            Object value = value(part, details);
            if (value != null) {
                answers.put(part.getName(), value instanceof LocalDate day ? day.toString() : value);
            }
        }
        return answers;
    }

    /** What is different now, each with what it was before. */
    static <T extends Record> Map<String, Object> changes(T before, T after) {
        var answers = new LinkedHashMap<String, Object>();
        for (RecordComponent part : before.getClass().getRecordComponents()) {
            Object was = value(part, before);
            Object is = value(part, after);
            if (!Objects.equals(was, is)) {
                answers.put(part.getName(), "%s (before: %s)".formatted(words(is), words(was)));
            }
        }
        return answers;
    }

    private static String words(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof LocalDate day ? EnglishTime.day(day) : value.toString();
    }

    private static @Nullable Object value(RecordComponent part, Record details) {
        try {
            return part.getAccessor().invoke(details);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
