package org.familypathways.record.web;

import jakarta.servlet.http.HttpSession;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.ReadLog;
import org.familypathways.record.FamilySearch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finding families. What somebody looks for is often a name, so it is sent in the body and kept in the session: no
 * address, no browser history and no server's log ever holds it. Every search is logged where auditors look.
 */
@Controller
@RequestMapping("/families")
class FamilySearchPages {

    private static final String WORDS = "families.words";
    private static final int LONGEST = 200;
    private static final int ON_A_PAGE = 20;

    private final FamilySearch search;
    private final ReadLog reads;

    FamilySearchPages(FamilySearch search, ReadLog reads) {
        this.search = search;
        this.reads = reads;
    }

    @PostMapping
    String lookFor(@RequestParam(defaultValue = "") String words, HttpSession session) {
        String asked = words.strip();
        session.setAttribute(WORDS, asked.substring(0, Math.min(LONGEST, asked.length())));
        return "redirect:/families";
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, HttpSession session, Model model) {
        String words = session.getAttribute(WORDS) instanceof String asked ? asked : "";
        int current = Math.max(1, page);
        var found = search.find(CurrentWorker.accountId().orElseThrow(), words, (current - 1) * ON_A_PAGE, ON_A_PAGE);
        boolean any = search.findsAnyFamily();
        reads.read(
                words.isEmpty() ? "list of families" : "search for families: " + words,
                any ? "front door: is this child on record?" : "own families");
        model.addAttribute("words", words);
        model.addAttribute("any", any);
        model.addAttribute("found", found);
        model.addAttribute("page", current);
        model.addAttribute("pages", (found.all() + ON_A_PAGE - 1) / ON_A_PAGE);
        return "record/families";
    }
}
