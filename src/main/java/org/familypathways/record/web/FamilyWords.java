package org.familypathways.record.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.familypathways.record.Child;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.FamilyPlan.Action;
import org.familypathways.record.NetworkMember;
import org.jspecify.annotations.Nullable;

/** Puts what stands on record about people and plans into words for the page. */
public final class FamilyWords {

    /** Something that must be noticed about a person. */
    public record Flag(String text, String colour) {}

    public record Line(String question, String answer) {}

    public String day(@Nullable LocalDate day) {
        return EnglishTime.day(day);
    }

    public String born(Child child) {
        if (child.birthDate() != null) {
            return EnglishTime.day(child.birthDate());
        }
        return child.expectedBirthDate() == null
                ? "Not recorded"
                : "Expected " + EnglishTime.day(child.expectedBirthDate());
    }

    public String sex(Child child) {
        return switch (String.valueOf(child.sex())) {
            case "F" -> "Female";
            case "M" -> "Male";
            default -> "Not recorded";
        };
    }

    /** What nobody may overlook before they reach out to the person. */
    public List<Flag> flags(NetworkMember person) {
        var flags = new ArrayList<Flag>();
        if (person.parentalResponsibility()) {
            flags.add(new Flag("Holds parental responsibility", ""));
        }
        if (person.separateContact()) {
            flags.add(new Flag("Contact separately", "govuk-tag--red"));
        }
        if (person.excludedBecause() != null) {
            flags.add(new Flag("May not take part", "govuk-tag--red"));
        } else if (person.invited()) {
            flags.add(new Flag("Wanted at the conference", "govuk-tag--green"));
        }
        if (person.interpreter()) {
            flags.add(new Flag("Needs an interpreter", "govuk-tag--yellow"));
        }
        return flags;
    }

    public List<Line> about(NetworkMember person) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Reference", person.id()));
        lines.add(new Line("Safe way of contact", safeContact(person)));
        add(lines, "Safe address", person.safeAddress());
        add(lines, "Why not to take part", person.excludedBecause());
        add(lines, "Agency", person.agency());
        add(lines, "E-mail", person.email());
        add(lines, "Telephone", person.telephone());
        add(lines, "Address", person.address());
        add(lines, "Language", person.language());
        return lines;
    }

    public String status(Action action) {
        return switch (action.status()) {
            case OPEN -> "Open";
            case DONE -> "Done";
            case PARTLY_DONE -> "Partly done";
            case NO_LONGER_NEEDED -> "No longer needed";
        };
    }

    public String colour(Action action) {
        return switch (action.status()) {
            case OPEN -> "govuk-tag--blue";
            case DONE -> "govuk-tag--green";
            case PARTLY_DONE -> "govuk-tag--yellow";
            case NO_LONGER_NEEDED -> "govuk-tag--grey";
        };
    }

    private static String safeContact(NetworkMember person) {
        String way = person.safeContact();
        if (way == null) {
            return "Nobody has asked yet. Do not write to this person before you know.";
        }
        return switch (way) {
            case "email" -> "E-mail";
            case "letter" -> "Letter";
            case "telephone" -> "Telephone";
            case "in-person" -> "In person only";
            default -> way;
        };
    }

    private static void add(List<Line> lines, String question, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            lines.add(new Line(question, answer));
        }
    }
}
