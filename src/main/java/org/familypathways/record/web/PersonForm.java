package org.familypathways.record.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.record.PersonDetails;
import org.jspecify.annotations.Nullable;

/** The questions about a person of the family's network. */
final class PersonForm {

    static final Map<String, String> WAYS_OF_CONTACT = new LinkedHashMap<>();

    static {
        WAYS_OF_CONTACT.put("email", "E-mail");
        WAYS_OF_CONTACT.put("letter", "Letter");
        WAYS_OF_CONTACT.put("telephone", "Telephone");
        WAYS_OF_CONTACT.put("in-person", "In person only");
        WAYS_OF_CONTACT.put("unknown", "Nobody has asked yet");
    }

    private PersonForm() {}

    static PersonDetails read(TypedForm form) {
        form.upTo("firstName", TypedForm.LONGEST_LINE, "The first name");
        form.upTo("lastName", TypedForm.LONGEST_LINE, "The last name");
        form.upTo("relation", TypedForm.LONGEST_LINE, "The relation");
        String firstName = form.required("firstName", TypedForm.LONGEST_LINE, "Enter a first name.");
        String lastName = form.required("lastName", TypedForm.LONGEST_LINE, "Enter a last name.");
        String relation =
                form.required("relation", TypedForm.LONGEST_LINE, "Say how the person belongs to the children.");
        String agency = line(form, "agency", "The agency");
        String email = line(form, "email", "The e-mail address");
        if (email != null && !email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
            form.problem("email", "Enter an e-mail address in the right form, like name@example.com.");
        }
        String telephone = line(form, "telephone", "The telephone number");
        String address = text(form, "address", 1000, "The address");
        String safeAddress = text(form, "safeAddress", 1000, "The safe address");
        String safeContact = safeContact(form, email, telephone, address == null ? safeAddress : address);
        String excludedBecause = text(form, "excludedBecause", 2000, "The reason why the person may not take part");
        return new PersonDetails(
                firstName,
                lastName,
                relation,
                form.isTicked("parentalResponsibility"),
                agency,
                email,
                telephone,
                address,
                safeContact,
                safeAddress,
                form.isTicked("separateContact"),
                line(form, "language", "The language"),
                form.isTicked("interpreter"),
                // whoever may not take part is not invited
                form.isTicked("invited") && excludedBecause == null,
                excludedBecause);
    }

    /** A way is only safe when it leads somewhere. */
    private static @Nullable String safeContact(
            TypedForm form, @Nullable String email, @Nullable String telephone, @Nullable String post) {
        String way = form.text("safeContact");
        if (!way.isEmpty() && !WAYS_OF_CONTACT.containsKey(way)) {
            form.problem("safeContact", "Choose one of the ways of contact.");
        } else if (way.equals("email") && email == null) {
            form.problem("email", "Enter the e-mail address, because e-mail is the safe way.");
        } else if (way.equals("telephone") && telephone == null) {
            form.problem("telephone", "Enter the telephone number, because telephone is the safe way.");
        } else if (way.equals("letter") && post == null) {
            form.problem("address", "Enter an address, because a letter is the safe way.");
        }
        return way.isEmpty() || way.equals("unknown") ? null : way;
    }

    static Map<String, String> show(PersonDetails person) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("firstName", person.firstName());
        shown.put("lastName", person.lastName());
        shown.put("relation", person.relation());
        tick(shown, "parentalResponsibility", person.parentalResponsibility());
        put(shown, "agency", person.agency());
        put(shown, "email", person.email());
        put(shown, "telephone", person.telephone());
        put(shown, "address", person.address());
        shown.put("safeContact", person.safeContact() == null ? "unknown" : person.safeContact());
        put(shown, "safeAddress", person.safeAddress());
        tick(shown, "separateContact", person.separateContact());
        put(shown, "language", person.language());
        tick(shown, "interpreter", person.interpreter());
        tick(shown, "invited", person.invited());
        put(shown, "excludedBecause", person.excludedBecause());
        return shown;
    }

    private static void tick(Map<String, String> shown, String field, boolean ticked) {
        if (ticked) {
            shown.put(field, "yes");
        }
    }

    private static void put(Map<String, String> shown, String field, @Nullable String text) {
        if (text != null) {
            shown.put(field, text);
        }
    }

    private static @Nullable String line(TypedForm form, String field, String what) {
        return text(form, field, TypedForm.LONGEST_LINE, what);
    }

    private static @Nullable String text(TypedForm form, String field, int longest, String what) {
        form.upTo(field, longest, what);
        return form.textOrNull(field);
    }
}
