package org.familypathways.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.Permissions;
import org.familypathways.access.Teams;
import org.familypathways.intake.CensusImporters;
import org.familypathways.intake.CensusImports;
import org.familypathways.intake.InputRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
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
        return listPage(page, null, model);
    }

    @PostMapping
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String area,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return listPage(1, "Choose the census file. The one that you chose is empty.", model);
        }
        try (var content = file.getInputStream()) {
            long id = imports.receive(
                    String.valueOf(file.getOriginalFilename()),
                    content,
                    asOf,
                    area,
                    CurrentWorker.accountId().orElseThrow());
            return "redirect:/imports/" + id;
        } catch (InputRefused e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return listPage(1, e.getMessage(), model);
        }
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

    private String listPage(int page, @Nullable String error, Model model) {
        int current = Math.max(1, page);
        var found = imports.page(current - 1, IMPORTS_ON_A_PAGE + 1);
        model.addAttribute("imports", found.subList(0, Math.min(IMPORTS_ON_A_PAGE, found.size())));
        model.addAttribute("page", current);
        model.addAttribute("older", found.size() > IMPORTS_ON_A_PAGE);
        model.addAttribute("areas", teams.areas());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("days", imports.offerConferencesWithinDays());
        model.addAttribute("error", error);
        return "intake/imports";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
