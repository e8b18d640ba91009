package org.familypathways.home.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.familypathways.access.CurrentWorker;
import org.familypathways.home.OpenTask;
import org.familypathways.home.OpenTasks;
import org.familypathways.record.EnglishTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after the sign-in: what is due, what comes next, and where to go. */
@Controller
class HomePage {

    private static final int NEXT = 8;

    private final OpenTasks tasks;
    private final Shortcuts shortcuts;

    HomePage(OpenTasks tasks, Shortcuts shortcuts) {
        this.tasks = tasks;
        this.shortcuts = shortcuts;
    }

    /** A task as the page shows it. */
    record Row(
            String name,
            String path,
            String pathway,
            @Nullable String familyId,
            String due,
            boolean held) {}

    @GetMapping("/")
    String home(Model model) {
        String me = CurrentWorker.accountId().orElseThrow();
        model.addAttribute("counts", tasks.count(me));
        model.addAttribute(
                "lists",
                tasks.lists().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, list -> Shortcuts.TASKLIST + "#/?filter=" + list.getValue())));
        model.addAttribute("next", next(me));
        model.addAttribute("tasklist", Shortcuts.TASKLIST);
        model.addAttribute("shortcuts", shortcuts.forWorker());
        return "home";
    }

    private List<Row> next(String accountId) {
        return tasks.next(accountId, NEXT).stream().map(HomePage::row).toList();
    }

    private static Row row(OpenTask task) {
        return new Row(
                task.name(),
                Shortcuts.TASKLIST + "#/?task=" + task.id(),
                task.pathway(),
                task.familyId(),
                due(task.due()),
                task.held());
    }

    private static String due(@Nullable Instant due) {
        return due == null ? "No date" : EnglishTime.day(due);
    }
}
