package org.familypathways.tasklist.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.record.Drafts;
import org.familypathways.tasklist.process.DraftRights;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what somebody types in Tasklist, for its author only. Tasklist is not one of our pages, so it asks here for its token too. */
@Hidden
@RestController
@RequestMapping("/api/drafts/{form}")
class DraftsApi {

    private static final int LONGEST_DRAFT = 500_000;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final Drafts drafts;
    private final DraftRights rights;
    private final JsonMapper json;

    DraftsApi(Drafts drafts, DraftRights rights, JsonMapper json) {
        this.drafts = drafts;
        this.rights = rights;
        this.json = json;
    }

    /** 204 when there is none; the token against forged requests in any case. */
    @GetMapping
    ResponseEntity<Map<String, Object>> find(@PathVariable String form, CsrfToken token) {
        var draft = drafts.find(form, author(form));
        return ResponseEntity.status(draft.isPresent() ? HttpStatus.OK : HttpStatus.NO_CONTENT)
                .header(token.getHeaderName(), token.getToken())
                .body(draft.orElse(null));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String form, HttpServletRequest request) throws IOException {
        String author = author(form);
        byte[] body = request.getInputStream().readNBytes(LONGEST_DRAFT + 1);
        if (body.length > LONGEST_DRAFT) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "This is too long to be kept as a draft.");
        }
        drafts.save(form, author, answers(body));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String form) {
        drafts.discard(form, author(form));
    }

    private Map<String, Object> answers(byte[] body) {
        try {
            return json.readValue(body, ANSWERS);
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A draft is a JSON object of answers.");
        }
    }

    /** A task that is not the worker's is no more to be told from one that does not exist. */
    private String author(String form) {
        String account = CurrentWorker.accountId().orElseThrow();
        if (!rights.mayDraft(account, form)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This task is done, or is not yours.");
        }
        return account;
    }
}
