package org.familypathways.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.intake.CensusFileTooLarge;
import org.familypathways.intake.CensusImport;
import org.familypathways.intake.CensusImporters;
import org.familypathways.intake.CensusImports;
import org.familypathways.intake.ImportFinding;
import org.familypathways.intake.InputRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The same import for programs. */
@RestController
@RequestMapping("/api/census-imports")
@Tag(
        name = "Census imports",
        description =
                "Bring in children, episodes and initial conferences from the children-in-need census file that your case-management system exports.")
class CensusImportApi {

    private static final int FINDINGS_IN_AN_ANSWER = 1_000;
    private static final String AS_OF =
            "Initial conferences after this day lead to no offer of a Family Group Conference. Today when left out.";
    private static final String AREA =
            "The area whose teams shall serve families that are new. May be left out where there is only one.";

    private final CensusImports imports;
    private final Permissions permissions;

    CensusImportApi(CensusImports imports, Permissions permissions) {
        this.imports = imports;
        this.permissions = permissions;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(
            summary = "Bring in a census file",
            description =
                    "Takes the file and reads it in the background. Importing the same file again changes nothing.")
    @ApiResponse(responseCode = "202", description = "Taken; Location says where to ask how far it got.")
    ResponseEntity<CensusImport> importBody(
            @Parameter(description = AS_OF)
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = AREA) @RequestParam(required = false) @Nullable String area,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The census file, as exported",
                            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string")))
                    HttpServletRequest request)
            throws IOException {
        permissions.require(CensusImporters.ROLES);
        return take("census.xml", request.getInputStream(), asOf, area);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Bring in a census file, sent as a form")
    @ApiResponse(responseCode = "202", description = "Taken; Location says where to ask how far it got.")
    ResponseEntity<CensusImport> importForm(
            @Parameter(description = "The census file, as exported") @RequestParam MultipartFile file,
            @Parameter(description = AS_OF)
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = AREA) @RequestParam(required = false) @Nullable String area)
            throws IOException {
        permissions.require(CensusImporters.ROLES);
        try (var content = file.getInputStream()) {
            return take(String.valueOf(file.getOriginalFilename()), content, asOf, area);
        }
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "How far an import got",
            description = "With the first thousand findings, the rejected children first.")
    Answer show(@Parameter(description = "The number of the import") @PathVariable long id) {
        permissions.require(CensusImporters.ROLES);
        var found = imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Answer(found, imports.countFindings(id), imports.findings(id, 0, FINDINGS_IN_AN_ANSWER));
    }

    private ResponseEntity<CensusImport> take(
            String fileName, InputStream content, @Nullable LocalDate asOf, @Nullable String area) throws IOException {
        long id = imports.receive(
                fileName, content, asOf, area, CurrentWorker.accountId().orElseThrow());
        return ResponseEntity.accepted()
                .location(URI.create("/api/census-imports/" + id))
                .body(imports.find(id).orElseThrow());
    }

    @ExceptionHandler
    ProblemDetail refused(InputRefused refused) {
        return problem(HttpStatus.BAD_REQUEST, refused.field(), refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(CensusFileTooLarge tooLarge) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, tooLarge.field(), tooLarge.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        String field = unreadable.getName();
        String sentence = field.equals("asOf") ? "asOf is not a date like 2026-03-31." : field + " cannot be read.";
        return problem(HttpStatus.BAD_REQUEST, field, sentence);
    }

    @ExceptionHandler
    ProblemDetail absent(ResponseStatusException absent) {
        return absent.getBody();
    }

    private static ProblemDetail problem(HttpStatus status, String field, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle("This cannot be taken.");
        problem.setProperty("errors", List.of(new FieldProblem(field, sentence)));
        return problem;
    }

    /** @param findingsInAll how many there are, of which at most a thousand follow */
    record Answer(CensusImport census, int findingsInAll, List<ImportFinding> findings) {}
}
