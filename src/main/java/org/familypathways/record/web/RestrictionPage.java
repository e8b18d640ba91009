package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.wrong;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.familypathways.access.CurrentWorker;
import org.familypathways.access.FamilyAccess;
import org.familypathways.access.FamilyNotFoundException;
import org.familypathways.access.FamilyRestriction;
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Involvements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A team manager restricts a family to named people, names others, or lifts the restriction. A service manager can do so
 * too, and can name one more person at any time, also where they are not named themselves; they then see who is named and
 * no more. Whoever manages the family and sees it reads here also who was named before, by whom and why.
 */
@Controller
class RestrictionPage {

    private final FamilyRestrictions restrictions;
    private final FamilyAccess access;
    private final Permissions permissions;
    private final Involvements involvements;
    private final Workers workers;
    private final ReadLog reads;

    RestrictionPage(
            FamilyRestrictions restrictions,
            FamilyAccess access,
            Permissions permissions,
            Involvements involvements,
            Workers workers,
            ReadLog reads) {
        this.restrictions = restrictions;
        this.access = access;
        this.permissions = permissions;
        this.involvements = involvements;
        this.workers = workers;
        this.reads = reads;
    }

    /** A restriction as the page tells of it. */
    record Told(
            String begun,
            String reason,
            List<String> named,
            @Nullable String ended,
            @Nullable String endReason) {}

    @GetMapping("/families/{id}/restriction")
    ModelAndView show(@PathVariable String id) {
        requireManager(id);
        reads.read(id, "restriction", "opened who may see the family");
        return page(id, TypedForm.empty());
    }

    @PostMapping("/families/{id}/restriction")
    ModelAndView restrict(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        requireManager(id);
        var form = new TypedForm(typed);
        String reason = form.required("reason", 2000, "Say why this family is to be restricted.");
        var named = named(form);
        if (named.size() < 2) {
            form.problem("named", "Name at least two people who may see this family.");
        }
        return form.changes("named", () -> restrictions.restrict(id, reason, named))
                ? done(id, next, "The family is restricted to the people whom you named.")
                : wrong(page(id, form));
    }

    @PostMapping("/families/{id}/restriction/change")
    ModelAndView change(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        requireManager(id);
        var form = new TypedForm(typed);
        String reason = form.required("changeReason", 2000, "Say why other people may see this family.");
        var named = named(form);
        if (named.size() < 2) {
            form.problem("named", "Name at least two people who may see this family.");
        }
        var before = accounts(form.text("namedBefore")).collect(Collectors.toSet());
        return form.changes("named", () -> restrictions.change(id, reason, before, named))
                ? done(id, next, "Only the people whom you named may see this family from now on.")
                : wrong(page(id, form));
    }

    @PostMapping("/families/{id}/restriction/people")
    ModelAndView add(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        requireManager(id);
        var form = new TypedForm(typed);
        String person = form.required("person", TypedForm.LONGEST_LINE, "Enter the account of the person.");
        return form.changes("person", () -> restrictions.add(id, person))
                ? done(id, next, "One more person may see this family.")
                : wrong(page(id, form));
    }

    @PostMapping("/families/{id}/restriction/lift")
    ModelAndView lift(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        requireManager(id);
        var form = new TypedForm(typed);
        String reason = form.required("liftReason", 2000, "Say why the restriction is lifted.");
        return form.changes("liftReason", () -> restrictions.lift(id, reason))
                ? done(id, next, "Everybody who works with this family may see it again.")
                : wrong(page(id, form));
    }

    private ModelAndView done(String id, RedirectAttributes next, String sentence) {
        return FormAnswer.done(next, sentence, access.maySee(me(), id));
    }

    private void requireManager(String id) {
        boolean serviceManager = restrictions.isServiceManagerFor(me(), id);
        if (serviceManager && restrictions.isRestricted(id)) {
            return;
        }
        access.requireVisible(id);
        if (!serviceManager) {
            access.requireTeamManagerOf(id);
        }
    }

    private static Set<String> named(TypedForm form) {
        return Stream.concat(form.chosen("named").stream(), accounts(form.text("others")))
                .map(String::strip)
                .filter(account -> !account.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> accounts(String typed) {
        return Stream.of(typed.split("[\\s,;]+"));
    }

    private ModelAndView page(String id, TypedForm form) {
        var page = new ModelAndView("record/restriction", Map.of("familyId", id, "form", form));
        boolean seen = access.maySee(me(), id);
        page.addObject("seen", seen);
        page.addObject("serviceManager", permissions.holdsAny(PracticeRole.SERVICE_MANAGER));
        var restricted = restrictions.find(id);
        var named = restricted.map(FamilyRestriction::people).orElse(Set.of());
        restricted.ifPresent(restriction -> {
            page.addObject("people", named(id, named));
            page.addObject("namedBefore", named.stream().sorted().collect(Collectors.joining(" ")));
            page.addObject("reason", seen ? restriction.reason() : null);
            page.addObject("since", EnglishTime.moment(restriction.restrictedAt()));
        });
        page.addObject("candidates", candidates(id, named, seen));
        page.addObject("chosen", chosen(id, named, form));
        page.addObject("history", seen ? history(id) : List.of());
        return page;
    }

    /** Whoever does not see the family learns nothing of who works with it. */
    private Map<String, String> candidates(String id, Set<String> named, boolean seen) {
        var accounts = new LinkedHashSet<>(named);
        if (seen) {
            accounts.addAll(whoKnowTheFamily(id));
        }
        return named.isEmpty() ? byName(accounts) : named(id, accounts, named);
    }

    /** What was ticked; before anything was, those who are named and see the family. */
    private Set<String> chosen(String id, Set<String> named, TypedForm form) {
        if (named.isEmpty() || form.has("changeReason")) {
            return Set.copyOf(form.chosen("named"));
        }
        return named.stream().filter(account -> access.maySee(account, id)).collect(Collectors.toSet());
    }

    private List<Told> history(String id) {
        var told = restrictions.ofFamily(id);
        var names = workers.names(told.stream()
                .flatMap(restriction -> Stream.of(
                                restriction.named().stream()
                                        .flatMap(person -> Stream.of(person.accountId(), person.addedBy())),
                                Stream.of(restriction.restrictedBy()),
                                Stream.ofNullable(restriction.ended()).map(FamilyRestriction.Ended::by))
                        .flatMap(accounts -> accounts))
                .collect(Collectors.toSet()));
        return told.stream().map(restriction -> told(restriction, names)).toList();
    }

    private static Told told(FamilyRestriction restriction, Map<String, String> names) {
        var ended = restriction.ended();
        return new Told(
                byWhom(restriction.restrictedBy(), restriction.restrictedAt(), names),
                restriction.reason(),
                restriction.named().stream()
                        .map(person -> "%s (named by %s)"
                                .formatted(
                                        names.get(person.accountId()),
                                        byWhom(person.addedBy(), person.addedAt(), names)))
                        .toList(),
                ended == null ? null : byWhom(ended.by(), ended.at(), names),
                ended == null ? null : ended.reason());
    }

    private static String byWhom(String account, Instant when, Map<String, String> names) {
        return "%s, %s".formatted(names.getOrDefault(account, account), EnglishTime.moment(when));
    }

    private Set<String> whoKnowTheFamily(String id) {
        var accounts = new LinkedHashSet<String>();
        involvements.ofFamily(id).stream()
                .filter(part -> part.untilDay() == null)
                .forEach(part -> accounts.add(part.accountId()));
        List.of(PracticeRole.TEAM_MANAGER, PracticeRole.SERVICE_MANAGER)
                .forEach(role ->
                        workers.inRole(role, id).stream().map(Worker::accountId).forEach(accounts::add));
        accounts.add(me());
        return accounts;
    }

    private Map<String, String> named(String id, Set<String> named) {
        return named(id, named, named);
    }

    /** Says also who of the named does not see the family any more, because somebody else must be named then. */
    private Map<String, String> named(String id, Set<String> accounts, Set<String> named) {
        var people = byName(accounts);
        people.replaceAll((account, name) -> {
            if (!named.contains(account)) {
                return name;
            }
            if (workers.find(account).filter(Worker::active).isEmpty()) {
                return name + " (has left)";
            }
            return access.maySee(account, id) ? name : name + " (has a conflict of interest and does not see it)";
        });
        return people;
    }

    /** Accounts with names, in the order of the names. */
    private Map<String, String> byName(Set<String> accounts) {
        return workers.names(accounts).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static String me() {
        return CurrentWorker.accountId().orElseThrow(FamilyNotFoundException::new);
    }
}
