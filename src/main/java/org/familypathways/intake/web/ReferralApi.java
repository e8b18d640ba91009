package org.familypathways.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.intake.ReceivedReferrals;
import org.familypathways.intake.ReceivedReferrals.ReferenceUsedBefore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Referrals from other systems: a multi-agency hub, the police, a school's safeguarding software. */
@RestController
@RequestMapping("/api/referrals")
@Tag(
        name = "Referrals",
        description = "Refer a child. The front door decides within one working day what happens next.")
class ReferralApi {

    private static final int LARGEST_BODY = 256 * 1024;
    private static final PracticeRole[] SENDERS = {
        PracticeRole.FRONT_DOOR_OFFICER, PracticeRole.FRONT_DOOR_MANAGER, PracticeRole.EDT
    };

    private final ReferralMessageReader reader;
    private final ReceivedReferrals referrals;
    private final Permissions permissions;
    private final JsonMapper json;

    ReferralApi(ReferralMessageReader reader, ReceivedReferrals referrals, Permissions permissions, JsonMapper json) {
        this.reader = reader;
        this.referrals = referrals;
        this.permissions = permissions;
        this.json = json;
    }

    /** The sender need not see the family on whose record the referral went, and learns nothing about it. */
    @Schema(name = "ReferralReceipt")
    record Answer(
            @Schema(description = "Your reference") String reference,

            @Schema(description = "When it arrived for the first time", example = "2026-11-22T09:30:00Z")
            Instant receivedAt) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Refer a child",
            description =
                    "Finds the child on record or opens a record, and begins the referral. Send the same content with the same reference again whenever you got no answer: you get the same answer, and there is one referral.")
    @ApiResponse(responseCode = "201", description = "Received; also the answer to the same referral sent again")
    @ApiResponse(
            responseCode = "400",
            description = "Not usable; errors names each field and what is wrong with it",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "409",
            description = "You used this reference for another content before",
            content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(
            responseCode = "413",
            description = "Larger than 256 KB",
            content = @Content(mediaType = "application/problem+json"))
    ResponseEntity<Answer> refer(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReferralMessage.class)))
                    HttpServletRequest request)
            throws IOException {
        permissions.require(SENDERS);
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new BodyTooLarge();
        }
        var message = reader.read(body);
        var receivedAt = referrals.receive(
                CurrentWorker.accountId().orElseThrow(),
                message.reference(),
                json.writeValueAsString(message),
                message.referral(),
                message.answers());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Answer(message.reference(), receivedAt));
    }

    @ExceptionHandler
    ProblemDetail refused(MessageRefused refused) {
        return problem(HttpStatus.BAD_REQUEST, "The referral cannot be used.", refused.problems());
    }

    @ExceptionHandler
    ProblemDetail usedBefore(ReferenceUsedBefore used) {
        return problem(
                HttpStatus.CONFLICT,
                "The reference was used before.",
                List.of(
                        new FieldProblem(
                                "reference",
                                "You sent another referral with this reference before. Nothing was changed; use a reference of its own for each referral.")));
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLarge tooLarge) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "The referral is too large.",
                List.of(new FieldProblem("", "A referral has at most 256 KB.")));
    }

    private static ProblemDetail problem(HttpStatus status, String title, List<FieldProblem> errors) {
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setProperty("errors", errors);
        return problem;
    }

    private static final class BodyTooLarge extends RuntimeException {}
}
