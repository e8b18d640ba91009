package org.familypathways.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.familypathways.intake.Areas;
import org.familypathways.intake.InputRefused;
import org.familypathways.intake.ReferralCodes;
import org.familypathways.intake.web.ReferralMessage.ChildMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a referral and says everything that is wrong with it at once. */
@Component
class ReferralMessageReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,99}");
    private static final Pattern CHILD_ID = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern PUPIL_NUMBER = Pattern.compile("[A-Z]\\d{11}[0-9A-Z]");

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Areas areas;
    private final Clock clock;

    ReferralMessageReader(Areas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    /** @throws MessageRefused with one problem or many */
    ReferralMessage read(byte[] body) {
        var problems = new ArrayList<FieldProblem>();
        var message = message(new JsonFields(tree(body), problems), problems);
        if (!problems.isEmpty()) {
            throw new MessageRefused(problems);
        }
        return message;
    }

    private JsonNode tree(byte[] body) {
        try {
            var tree = json.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            // its text may repeat what was sent
        }
        throw new MessageRefused(List.of(new FieldProblem("", "The body is not one JSON object, each field once.")));
    }

    private ReferralMessage message(JsonFields fields, List<FieldProblem> problems) {
        var childFields = fields.object("child");
        var message = new ReferralMessage(
                fields.required(
                        "reference",
                        fields.matching("reference", REFERENCE, "must be 1 to 100 letters, digits and . _ : / -")),
                fields.required("receivedOn", pastDate(fields, "receivedOn")),
                fields.required(
                        "source",
                        fields.code("source", ReferralCodes.SOURCES, "is not one of the census's codes 1A to 10")),
                fields.code("primaryNeed", ReferralCodes.PRIMARY_NEEDS, "is not one of the census's codes N0 to N9"),
                Boolean.TRUE.equals(fields.required("immediateDanger", fields.flag("immediateDanger"))),
                area(fields, problems),
                fields.required("worry", fields.text("worry", LONGEST_TEXT)),
                fields.text("referrer", LONGEST_TEXT),
                child(childFields));
        fields.refuseOthers();
        return message;
    }

    private ChildMessage child(JsonFields fields) {
        var child = new ChildMessage(
                fields.text("firstName", LONGEST_NAME),
                fields.text("lastName", LONGEST_NAME),
                pastDate(fields, "birthDate"),
                fields.date("expectedBirthDate"),
                fields.required("sex", fields.code("sex", Set.of("M", "F", "U"), "is not M, F or U")),
                fields.matching("laChildId", CHILD_ID, "must be 1 to 20 letters and digits"),
                fields.matching("upn", PUPIL_NUMBER, "is not a unique pupil number"));
        if (child.birthDate() != null && child.expectedBirthDate() != null) {
            fields.problem("expectedBirthDate", "cannot stand beside a birth date");
        }
        fields.refuseOthers();
        return child;
    }

    private @Nullable LocalDate pastDate(JsonFields fields, String field) {
        var day = fields.date(field);
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            fields.problem(field, "is in the future");
        }
        return day;
    }

    private @Nullable String area(JsonFields fields, List<FieldProblem> problems) {
        try {
            return areas.named(fields.text("area", LONGEST_NAME));
        } catch (InputRefused e) {
            problems.add(new FieldProblem(e.field(), e.getMessage()));
            return null;
        }
    }
}
