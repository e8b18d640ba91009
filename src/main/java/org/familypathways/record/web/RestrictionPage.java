package org.familypathways.record.web;

import static org.familypathways.record.web.FormAnswer.wrong;

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
import org.familypathways.access.FamilyRestrictions;
import org.familypathways.access.Permissions;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.ReadLog;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
import org.familypathways.record.EnglishTime;
import org.familypathways.record.Involvements;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A team manager restricts a family to named people, or lifts the restriction. A service manager can do so too, and can
 * name one more person at any time, also where they are not named themselves; they then see who is named and no more.
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
        return Stream.concat(
                        form.chosen("named").stream(),
                        Stream.of(form.text("others").split("[\\s,;]+")))
                .map(String::strip)
                .filter(account -> !account.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private ModelAndView page(String id, TypedForm form) {
        var page = new ModelAndView("record/restriction", Map.of("familyId", id, "form", form));
        boolean seen = access.maySee(me(), id);
        page.addObject("seen", seen);
        page.addObject("serviceManager", permissions.holdsAny(PracticeRole.SERVICE_MANAGER));
        restrictions
                .find(id)
                .ifPresentOrElse(
                        restriction -> {
                            page.addObject("people", named(id, restriction.people()));
                            page.addObject("reason", seen ? restriction.reason() : null);
                            page.addObject("since", EnglishTime.moment(restriction.restrictedAt()));
                        },
                        () -> page.addObject("candidates", byName(whoKnowTheFamily(id))));
        return page;
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

    /** Says also who of them does not see the family any more, because somebody else must be named then. */
    private Map<String, String> named(String id, Set<String> accounts) {
        var people = byName(accounts);
        people.replaceAll((account, name) -> {
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
