package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.done;
import static org.familypathways.record.web.FormAnswer.wrong;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.familypathways.access.ReadLog;
import org.familypathways.record.Child;
import org.familypathways.record.Children;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Entry;
import org.familypathways.record.EntryCorrections;
import org.familypathways.record.EntryText;
import org.familypathways.record.process.CaseModels;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The author of an entry, or a team manager, corrects it, withdraws it, or gives it to the child whom it is about. */
@Controller
class EntryPage {

    private final EntryCorrections corrections;
    private final Children children;
    private final CaseModels models;
    private final ReadLog reads;

    EntryPage(EntryCorrections corrections, Children children, CaseModels models, ReadLog reads) {
        this.corrections = corrections;
        this.children = children;
        this.models = models;
        this.reads = reads;
    }

    @GetMapping("/families/{id}/entries/{entry}")
    ModelAndView ask(@PathVariable String id, @PathVariable long entry) {
        Entry known = corrections.entry(id, entry);
        reads.read(id, "entry", "opened entry %d to correct it".formatted(entry));
        var shown = new LinkedHashMap<String, String>();
        corrections.texts(known).forEach(text -> shown.put("text-" + text.path(), text.text()));
        shown.put("version", String.valueOf(known.version()));
        return page(id, known, TypedForm.showing(shown));
    }

    @PostMapping("/families/{id}/entries/{entry}")
    ModelAndView change(
            @PathVariable String id,
            @PathVariable long entry,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        Entry known = corrections.entry(id, entry);
        var form = new TypedForm(typed);
        String what = form.required("what", TypedForm.LONGEST_LINE, "Choose what you want to do.");
        String reason = form.required("reason", 2000, "Say why.");
        String version = form.text("version");
        if (!version.matches("\\d{1,6}")) {
            form.problem("what", "Open this page again from the family’s record.");
        }
        return form.changes("what", () -> change(id, known, what, Integer.parseInt(version), reason, form))
                ? done(next, "The entry was changed. The version before is kept for auditors.")
                : wrong(page(id, known, form));
    }

    private void change(String id, Entry entry, String what, int version, String reason, TypedForm form) {
        switch (what) {
            case "correct" -> {
                var corrected = texts(entry, form);
                if (form.isRight()) {
                    corrections.correct(id, entry.entryId(), version, corrected, reason);
                }
            }
            case "withdraw" -> corrections.withdraw(id, entry.entryId(), version, reason);
            case "move" -> corrections.moveTo(form.text("child"), id, entry.entryId(), version, reason);
            default -> form.problem("what", "Choose what you want to do.");
        }
    }

    private Map<String, String> texts(Entry entry, TypedForm form) {
        return corrections.texts(entry).stream()
                .collect(Collectors.toMap(
                        EntryText::path, text -> form.upTo("text-" + text.path(), TypedForm.LONGEST_TEXT)));
    }

    private ModelAndView page(String id, Entry entry, TypedForm form) {
        String caseId = entry.processInstanceId();
        var names = models.of(caseId == null ? List.of() : List.of(caseId));
        List<Child> others = entry.childId() == null
                ? List.of()
                : children.ofFamily(id).stream()
                        .filter(child -> !child.id().equals(entry.childId()))
                        .toList();
        return new ModelAndView(
                "record/entry",
                Map.of(
                        "familyId", id,
                        "entry", entry,
                        "step", names.step(caseId, entry.taskKey()),
                        "written", EnglishTime.moment(entry.recordedAt()),
                        "texts", corrections.texts(entry),
                        "others", others,
                        "form", form));
    }
}
