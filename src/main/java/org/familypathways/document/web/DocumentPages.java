package org.familypathways.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.ReadLog;
import org.familypathways.document.Document;
import org.familypathways.document.DocumentRefused;
import org.familypathways.document.DocumentSettings;
import org.familypathways.document.Documents;
import org.familypathways.document.NewFile;
import org.familypathways.document.ReceivedFile;
import org.familypathways.record.Children;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.web.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Attaching documents to a family's record, reading them, and replacing or withdrawing them. */
@Controller
@RequestMapping("/families/{id}")
class DocumentPages {

    private static final String ON_RECORD = "The document is on the family’s record.";

    private final FamilyAccess access;
    private final ReadLog reads;
    private final Documents documents;
    private final DocumentSettings settings;
    private final DocumentsOnPage rows;
    private final Children children;
    private final NetworkMembers network;

    DocumentPages(
            FamilyAccess access,
            ReadLog reads,
            Documents documents,
            DocumentSettings settings,
            DocumentsOnPage rows,
            Children children,
            NetworkMembers network) {
        this.access = access;
        this.reads = reads;
        this.documents = documents;
        this.settings = settings;
        this.rows = rows;
        this.children = children;
        this.network = network;
    }

    /** Does what is asked with a file that was looked into. */
    private interface Keeping {

        long keep(NewFile file);
    }

    @GetMapping("/documents/new")
    ModelAndView askForOne(@PathVariable String id, @RequestParam(required = false) @Nullable String tooLarge) {
        access.requireVisible(id);
        reads.read(id, "record", "opened the page to add a document");
        return newPage(id, null, form(tooLarge));
    }

    @PostMapping("/documents")
    ModelAndView add(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next) {
        access.requireVisible(id);
        var form = new TypedForm(typed);
        String title = title(form);
        String about = form.textOrNull("about");
        if (about != null && !people(id).containsKey(about)) {
            form.problem("about", "Choose whom it is about.");
        }
        Long added = keep(file, form, received -> documents.add(id, about, title, received));
        return added == null ? refused(newPage(id, null, form)) : onRecord(added, next);
    }

    @GetMapping("/entries/{entry}/documents/new")
    ModelAndView askForOneOfEntry(
            @PathVariable String id,
            @PathVariable long entry,
            @RequestParam(required = false) @Nullable String tooLarge) {
        var known = rows.entry(documents.entry(id, entry));
        reads.read(id, "record", "opened the page to attach a document to entry %d".formatted(entry));
        return newPage(id, known, form(tooLarge));
    }

    @PostMapping("/entries/{entry}/documents")
    ModelAndView attach(
            @PathVariable String id,
            @PathVariable long entry,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next) {
        var known = rows.entry(documents.entry(id, entry));
        var form = new TypedForm(typed);
        String title = title(form);
        Long added = keep(file, form, received -> documents.attach(id, entry, title, received));
        return added == null ? refused(newPage(id, known, form)) : onRecord(added, next);
    }

    @GetMapping("/documents/{document}")
    ModelAndView show(
            @PathVariable String id,
            @PathVariable long document,
            @RequestParam(required = false) @Nullable String tooLarge) {
        var known = documents.document(id, document);
        reads.read(id, "record", "opened the page of document %d".formatted(document));
        return documentPage(id, known, form(tooLarge));
    }

    @PostMapping("/documents/{document}")
    ModelAndView change(
            @PathVariable String id,
            @PathVariable long document,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next) {
        documents.document(id, document);
        var form = new TypedForm(typed);
        String what = form.required("what", TypedForm.LONGEST_LINE, "Choose what you want to do.");
        String reason = form.required("reason", 2000, "Say why.");
        boolean done = switch (what) {
            case "replace" -> replace(id, document, reason, file, form);
            case "withdraw" -> withdraw(id, document, reason, form);
            default -> false;
        };
        if (done) {
            next.addFlashAttribute(
                    "done",
                    what.equals("replace") ? "The newer version is on the record." : "The document was withdrawn.");
            return new ModelAndView("redirect:/families/{id}/documents/{document}");
        }
        form.problem("what", "Choose what you want to do.");
        return refused(documentPage(id, documents.document(id, document), form));
    }

    /** Never opened in the browser itself: nothing that somebody brought may act in this application's name. */
    @GetMapping("/documents/{document}/versions/{version}")
    void open(
            @PathVariable String id,
            @PathVariable long document,
            @PathVariable int version,
            HttpServletResponse response)
            throws IOException {
        var found = documents.open(id, document, version);
        response.setContentType(found.type().mediaType());
        response.setContentLengthLong(found.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        documents.write(document, found, response.getOutputStream());
    }

    private boolean replace(String id, long document, String reason, @Nullable MultipartFile file, TypedForm form) {
        String seen = form.text("version");
        if (!seen.matches("\\d{1,6}")) {
            form.problem("what", "Open this page again from the family’s record.");
        }
        return keep(file, form, received -> {
                    documents.replace(id, document, Integer.parseInt(seen), reason, received);
                    return document;
                })
                != null;
    }

    private boolean withdraw(String id, long document, String reason, TypedForm form) {
        if (!form.isRight()) {
            return false;
        }
        try {
            documents.withdraw(id, document, reason);
            return true;
        } catch (DocumentRefused refused) {
            form.problem("what", refused.sentence());
            return false;
        }
    }

    /** @return the document's number; nothing after a problem was said */
    private @Nullable Long keep(@Nullable MultipartFile file, TypedForm form, Keeping keeping) {
        if (file == null
                || file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty()) {
            form.problem("file", "Choose the file.");
            return null;
        }
        try (var content = file.getInputStream();
                ReceivedFile received = documents.receive(String.valueOf(file.getOriginalFilename()), content)) {
            if (!form.isRight()) {
                form.problem("file", "Choose the file again: a page cannot keep it.");
                return null;
            }
            return keeping.keep(received.file());
        } catch (DocumentRefused refused) {
            form.problem("file", refused.sentence());
            return null;
        } catch (IOException e) {
            form.problem("file", "The file did not arrive as a whole. Choose it again.");
            return null;
        }
    }

    private static String title(TypedForm form) {
        return form.required("title", TypedForm.LONGEST_LINE, "Say what the document is.");
    }

    private TypedForm form(@Nullable String tooLarge) {
        var form = TypedForm.empty();
        if (tooLarge != null) {
            form.problem("file", ReceivedFile.tooLarge(settings).sentence());
        }
        return form;
    }

    /** @param entry what it belongs to; null when an entry is to be made for it */
    private ModelAndView newPage(String id, DocumentsOnPage.@Nullable WrittenAt entry, TypedForm form) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("familyId", id);
        model.put("entry", entry);
        model.put("people", people(id));
        model.put("largest", settings.largestInWords());
        model.put("form", form);
        return new ModelAndView("document/new", model);
    }

    private ModelAndView documentPage(String id, Document document, TypedForm form) {
        return new ModelAndView(
                "document/document",
                Map.of(
                        "familyId",
                        id,
                        "document",
                        document,
                        "page",
                        rows.page(document),
                        "mayChange",
                        document.withdrawal() == null && documents.mayChange(id, document),
                        "largest",
                        settings.largestInWords(),
                        "form",
                        form));
    }

    private Map<String, String> people(String id) {
        var people = new LinkedHashMap<String, String>();
        children.ofFamily(id).forEach(child -> people.put(child.id(), child.displayName()));
        network.ofFamily(id).forEach(person -> people.put(person.id(), person.displayName()));
        return people;
    }

    private static ModelAndView onRecord(long document, RedirectAttributes next) {
        next.addFlashAttribute("done", ON_RECORD);
        next.addAttribute("document", document);
        return new ModelAndView("redirect:/families/{id}/documents/{document}");
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }
}
