package org.familypathways.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.familypathways.engine.FormDefinition;
import org.familypathways.engine.FormField;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an entry that somebody wrote in their own words. Only these can be corrected: what was chosen from a
 * list, counted or dated has decided how the work went on, and record and engine must go on saying the same.
 */
final class EntryTexts {

    private EntryTexts() {}

    /** In the order of the form. */
    static List<EntryText> of(@Nullable FormDefinition form, Map<String, Object> answers) {
        if (form == null) {
            return answers.entrySet().stream()
                    .filter(answer -> answer.getValue() instanceof String text && !isDay(text))
                    .map(answer ->
                            new EntryText(answer.getKey(), words(answer.getKey()), (String) answer.getValue(), true))
                    .toList();
        }
        var texts = new ArrayList<EntryText>();
        collect(form.fields(), answers, "", "", texts);
        return texts;
    }

    /** The answers with these texts in the place of what stood there, by path. */
    static Map<String, Object> with(Map<String, Object> answers, Map<String, String> texts) {
        return replaced(answers, "", texts);
    }

    private static void collect(
            List<FormField> fields, Map<?, ?> answers, String path, String place, List<EntryText> texts) {
        for (FormField field : fields) {
            Object answer = answers.get(field.key());
            if (answer instanceof String text
                    && (field.type().equals("textfield") || field.type().equals("textarea"))) {
                texts.add(new EntryText(
                        path + field.key(),
                        place + field.label(),
                        text,
                        field.rules().required()));
            } else if (answer instanceof Collection<?> rows && !field.columns().isEmpty()) {
                int number = 0;
                for (Object row : rows) {
                    if (row instanceof Map<?, ?> cells) {
                        String inRow = "%s%s.%d.".formatted(path, field.key(), number);
                        collect(field.columns(), cells, inRow, "%d. ".formatted(number + 1), texts);
                    }
                    number++;
                }
            }
        }
    }

    private static Map<String, Object> replaced(Map<?, ?> answers, String path, Map<String, String> texts) {
        var replaced = new LinkedHashMap<String, Object>();
        answers.forEach((name, answer) -> {
            String here = path + name;
            String corrected = texts.get(here);
            if (corrected == null) {
                replaced.put(String.valueOf(name), inside(answer, here, texts));
            } else if (!corrected.isEmpty()) {
                replaced.put(String.valueOf(name), corrected);
            }
        });
        return replaced;
    }

    private static Object inside(Object answer, String path, Map<String, String> texts) {
        if (!(answer instanceof Collection<?> rows)) {
            return answer;
        }
        var replaced = new ArrayList<Object>();
        for (Object row : rows) {
            replaced.add(
                    row instanceof Map<?, ?> cells
                            ? replaced(cells, "%s.%d.".formatted(path, replaced.size()), texts)
                            : row);
        }
        return replaced;
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static String words(String key) {
        String spaced = key.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase();
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
