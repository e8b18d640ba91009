package org.familypathways.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.access.Teams;
import org.familypathways.intake.CensusImporters;
import org.familypathways.intake.CensusImports;
import org.familypathways.intake.InputRefused;
import org.familypathways.record.web.TypedForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Uploading census files, watching them come in, and reading what was wrong with them. */
@Controller
@RequestMapping("/imports")
class CensusImportPages {

    private static final int IMPORTS_ON_A_PAGE = 20;
    private static final int FINDINGS_ON_A_PAGE = 100;

    private final CensusImports imports;
    private final Permissions permissions;
    private final Teams teams;
    private final Clock clock;

    CensusImportPages(CensusImports imports, Permissions permissions, Teams teams, Clock clock) {
        this.imports = imports;
        this.permissions = permissions;
        this.teams = teams;
        this.clock = clock;
    }

    @ModelAttribute
    void onlyForThoseWhoImport(Model model) {
        permissions.require(CensusImporters.ROLES);
        model.addAttribute("when", new EnglishTime());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        return listPage(page, TypedForm.showing(today()), model);
    }

    @PostMapping
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var form = new TypedForm(typed);
        if (file.isEmpty()) {
            form.problem("file", "Choose the census file. None was chosen, or it is empty.");
        }
        LocalDate asOf = form.day("asOf", "The day");
        if (form.isRight()) {
            try (var content = file.getInputStream()) {
                long id = imports.receive(
                        String.valueOf(file.getOriginalFilename()),
                        content,
                        asOf,
                        form.textOrNull("area"),
                        CurrentWorker.accountId().orElseThrow());
                return "redirect:/imports/" + id;
            } catch (InputRefused refused) {
                form.problem("file", String.valueOf(refused.getMessage()));
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return listPage(1, form, model);
    }

    private Map<String, String> today() {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "asOf-day", Integer.toString(today.getDayOfMonth()),
                "asOf-month", Integer.toString(today.getMonthValue()),
                "asOf-year", Integer.toString(today.getYear()));
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        int pages = Math.max(1, (imports.countFindings(id) + FINDINGS_ON_A_PAGE - 1) / FINDINGS_ON_A_PAGE);
        int current = Math.min(Math.max(1, page), pages);
        model.addAttribute("taken", imports.find(id).orElseThrow(CensusImportPages::notFound));
        model.addAttribute("findings", imports.findings(id, current - 1, FINDINGS_ON_A_PAGE));
        model.addAttribute("page", current);
        model.addAttribute("pages", pages);
        return "intake/import";
    }

    /** What the page's script asks for while the import runs. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("taken", imports.find(id).orElseThrow(CensusImportPages::notFound));
        return "intake/import :: progress";
    }

    @GetMapping("/{id}/findings.csv")
    @Transactional(readOnly = true)
    public void findings(@PathVariable long id, HttpServletResponse response) throws IOException {
        imports.find(id).orElseThrow(CensusImportPages::notFound);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"census-import-%d.csv\"".formatted(id));
        try (var findings = imports.streamFindings(id)) {
            FindingsTable.write(findings.iterator(), response.getWriter());
        }
    }

    private String listPage(int page, TypedForm form, Model model) {
        int current = Math.max(1, page);
        var found = imports.page(current - 1, IMPORTS_ON_A_PAGE + 1);
        model.addAttribute("imports", found.subList(0, Math.min(IMPORTS_ON_A_PAGE, found.size())));
        model.addAttribute("page", current);
        model.addAttribute("older", found.size() > IMPORTS_ON_A_PAGE);
        model.addAttribute("areas", teams.areas());
        model.addAttribute("days", imports.offerConferencesWithinDays());
        model.addAttribute("form", form);
        return "intake/imports";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
