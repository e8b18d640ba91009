package org.familypathways.people.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.familypathways.access.LastAdministratorException;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.people.HandoverRefused;
import org.familypathways.people.PeopleFile;
import org.familypathways.people.PeopleImport;
import org.familypathways.people.PeopleImport.Plan;
import org.familypathways.record.web.TypedForm;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Workers as a table, out and in. What was looked at is kept in the session until it is imported. */
@Controller
@RequestMapping("/people/file")
class PeopleFilePages {

    private static final String TABLE = "people.file";
    private static final int LARGEST = 1_000_000;

    private final Permissions permissions;
    private final PeopleFile file;
    private final PeopleImport people;
    private final ReadLog reads;

    PeopleFilePages(Permissions permissions, PeopleFile file, PeopleImport people, ReadLog reads) {
        this.reads = reads;
        this.permissions = permissions;
        this.file = file;
        this.people = people;
    }

    @GetMapping("/workers.csv")
    ResponseEntity<byte[]> download() {
        permissions.require(PracticeRole.ADMINISTRATOR);
        reads.read("table of workers", "exported it");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("workers.csv")
                                .build()
                                .toString())
                .cacheControl(org.springframework.http.CacheControl.noStore())
                .body(file.write().getBytes(UTF_8));
    }

    @GetMapping
    ModelAndView ask() {
        permissions.require(PracticeRole.ADMINISTRATOR);
        return page(TypedForm.empty());
    }

    @PostMapping
    ModelAndView look(@RequestParam(name = "file", required = false) MultipartFile uploaded, HttpSession session)
            throws IOException {
        permissions.require(PracticeRole.ADMINISTRATOR);
        var form = TypedForm.empty();
        if (uploaded == null || uploaded.isEmpty()) {
            form.problem("file", "Choose a file.");
        } else if (uploaded.getSize() > LARGEST) {
            form.problem("file", "The file must be smaller than 1 MB.");
        } else {
            try {
                String table = UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(uploaded.getBytes()))
                        .toString()
                        .replace("\0", "");
                session.setAttribute(TABLE, table);
                return preview(people.plan(table), false);
            } catch (CharacterCodingException otherEncoding) {
                form.problem("file", "Save the table as CSV UTF-8: some letters cannot be read.");
            }
        }
        return Answer.wrong(page(form));
    }

    @PostMapping("/import")
    ModelAndView carryOut(@RequestParam(defaultValue = "") String mark, HttpSession session, RedirectAttributes next) {
        permissions.require(PracticeRole.ADMINISTRATOR);
        if (!(session.getAttribute(TABLE) instanceof String table)) {
            var form = TypedForm.empty();
            form.problem("file", "Choose the file again.");
            return Answer.wrong(page(form));
        }
        try {
            Plan plan = people.carryOut(table, mark);
            if (!plan.canBeImported() || !plan.mark().equals(mark)) {
                return Answer.wrong(preview(plan, true));
            }
            session.removeAttribute(TABLE);
            return Answer.done(next, "The table is imported.", "/people");
        } catch (HandoverRefused | LastAdministratorException refused) {
            return Answer.wrong(preview(people.plan(table), true));
        }
    }

    private static ModelAndView page(TypedForm form) {
        return new ModelAndView("people/file", Map.of("form", form));
    }

    private static ModelAndView preview(Plan plan, boolean changedMeanwhile) {
        var page = new ModelAndView("people/file-preview", Map.of("plan", plan, "changedMeanwhile", changedMeanwhile));
        if (!plan.faults().isEmpty()) {
            Answer.wrong(page);
        }
        return page;
    }
}
