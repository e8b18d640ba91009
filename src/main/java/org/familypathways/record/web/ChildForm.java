package org.familypathways.record.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.record.ChildDetails;
import org.jspecify.annotations.Nullable;

/** The questions about a child. */
final class ChildForm {

    static final Map<String, String> SEXES = new LinkedHashMap<>();

    static {
        SEXES.put("F", "Female");
        SEXES.put("M", "Male");
        SEXES.put("U", "Not known");
    }

    private ChildForm() {}

    static ChildDetails read(TypedForm form, LocalDate today) {
        form.upTo("firstName", TypedForm.LONGEST_LINE, "The first name");
        form.upTo("lastName", TypedForm.LONGEST_LINE, "The last name");
        LocalDate born = form.day("birthDate", "The date of birth");
        LocalDate expected = form.day("expectedBirthDate", "The expected date of birth");
        if (form.textOrNull("firstName") == null && form.textOrNull("lastName") == null) {
            form.problem("firstName", "Enter a name. For an unborn child, enter the family name.");
        }
        checkDates(form, born, expected, today);
        String sex = form.textOrNull("sex");
        if (sex != null && !SEXES.containsKey(sex)) {
            form.problem("sex", "Choose one of the answers.");
        }
        return new ChildDetails(form.textOrNull("firstName"), form.textOrNull("lastName"), born, expected, sex);
    }

    private static void checkDates(
            TypedForm form, @Nullable LocalDate born, @Nullable LocalDate expected, LocalDate today) {
        if (born != null && expected != null) {
            form.problem("expectedBirthDate", "Leave the expected date empty for a child who is born.");
        } else if (born != null && (born.isAfter(today) || born.isBefore(today.minusYears(26)))) {
            form.problem("birthDate", "The date of birth must be in the last 26 years.");
        } else if (expected != null
                && (expected.isBefore(today.minusMonths(2)) || expected.isAfter(today.plusMonths(10)))) {
            form.problem("expectedBirthDate", "The expected date of birth must be in the next ten months.");
        } else if (born == null && expected == null) {
            form.problem("birthDate", "Enter the date of birth, or the expected date for an unborn child.");
        }
    }

    static Map<String, String> show(ChildDetails child) {
        var shown = new LinkedHashMap<String, String>();
        if (child.firstName() != null) {
            shown.put("firstName", child.firstName());
        }
        if (child.lastName() != null) {
            shown.put("lastName", child.lastName());
        }
        day(shown, "birthDate", child.birthDate());
        day(shown, "expectedBirthDate", child.expectedBirthDate());
        if (child.sex() != null) {
            shown.put("sex", child.sex());
        }
        return shown;
    }

    private static void day(Map<String, String> shown, String field, @Nullable LocalDate day) {
        if (day != null) {
            shown.put(field + "-day", String.valueOf(day.getDayOfMonth()));
            shown.put(field + "-month", String.valueOf(day.getMonthValue()));
            shown.put(field + "-year", String.valueOf(day.getYear()));
        }
    }
}
