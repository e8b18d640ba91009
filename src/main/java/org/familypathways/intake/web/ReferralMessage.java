package org.familypathways.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.intake.ReceivedReferral;
import org.jspecify.annotations.Nullable;

/** A referral as another system sends it. */
@Schema(name = "Referral", description = "A referral of one child. Fields that are not described here are refused.")
record ReferralMessage(
        @Schema(
                description =
                        "Your own reference of this referral. Sent again with the same content, it gets the same answer and makes nothing new.",
                example = "MASH-2026-004711",
                maxLength = 100,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String reference,

        @Schema(
                description = "The day the referral was received. The decision is due one working day after it.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        LocalDate receivedOn,

        @Schema(
                description =
                        "Who referred, as the census codes it: 1A family member or carer … 6 police … 10 unknown.",
                example = "6",
                requiredMode = Schema.RequiredMode.REQUIRED)
        String source,

        @Schema(description = "The main need, N0 (not stated) to N9, as the census codes it.", example = "N1") @Nullable
        String primaryNeed,

        @Schema(
                description =
                        "Whether the child may be in danger now. A strategy discussion is then called for at once.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        boolean immediateDanger,

        @Schema(
                description =
                        "The area whose teams shall serve the family. May be left out where the authority is not divided.",
                example = "north")
        String area,

        @Schema(
                description = "The worry, in the words of the person who referred.",
                maxLength = 20_000,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String worry,

        @Schema(description = "How the person who referred can be reached.", maxLength = 20_000) @Nullable
        String referrer,

        @Schema(description = "The child.", requiredMode = Schema.RequiredMode.REQUIRED)
        ChildMessage child) {

    /** The child as the sender knows it. */
    @Schema(name = "ReferredChild", description = "What is known of the child; leave out what is not.")
    record ChildMessage(
            @Schema(maxLength = 100) @Nullable String firstName,
            @Schema(maxLength = 100) @Nullable String lastName,
            @Nullable LocalDate birthDate,

            @Schema(description = "For a child not born yet, instead of the birth date.") @Nullable
            LocalDate expectedBirthDate,

            @Schema(
                    description = "M, F or U (unknown or not born yet)",
                    allowableValues = {"M", "F", "U"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String sex,

            @Schema(description = "The authority's own number of the child.", maxLength = 20) @Nullable
            String laChildId,

            @Schema(description = "The unique pupil number.") @Nullable
            String upn) {}

    ReceivedReferral referral() {
        return new ReceivedReferral(
                child.firstName(),
                child.lastName(),
                child.birthDate(),
                child.expectedBirthDate(),
                child.sex(),
                child.laChildId(),
                child.upn(),
                area,
                source,
                primaryNeed,
                receivedOn,
                immediateDanger);
    }

    /** By the keys of the form in which a front door officer records a contact. */
    Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("dangerNow", immediateDanger ? "yes" : "no");
        answers.put("receivedOn", receivedOn.toString());
        put(answers, "firstName", child.firstName());
        put(answers, "lastName", child.lastName());
        put(answers, "birthDate", child.birthDate());
        put(answers, "expectedBirthDate", child.expectedBirthDate());
        answers.put("sex", child.sex());
        put(answers, "laChildId", child.laChildId());
        put(answers, "upn", child.upn());
        answers.put("area", area);
        answers.put("sourceCode", source);
        put(answers, "referrer", referrer);
        put(answers, "primaryNeed", primaryNeed);
        answers.put("worry", worry);
        return answers;
    }

    private static void put(Map<String, Object> answers, String key, @Nullable Object value) {
        if (value != null) {
            answers.put(key, value.toString());
        }
    }
}
