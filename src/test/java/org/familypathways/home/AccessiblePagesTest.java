package org.familypathways.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.access.PracticeRole;
import org.familypathways.notification.Notice;
import org.familypathways.notification.Notifications;
import org.familypathways.notification.Recipient;
import org.familypathways.record.Children;
import org.familypathways.record.Families;
import org.familypathways.record.FamilyPlan.NewAction;
import org.familypathways.record.FamilyPlans;
import org.familypathways.record.Involvements;
import org.familypathways.record.NetworkMembers;
import org.familypathways.record.NewChild;
import org.familypathways.record.NewNetworkMember;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.Browser;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages in a real browser: for people who use a screen reader, a keyboard or a telephone. */
@ApplicationTest
class AccessiblePagesTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @Autowired
    SignedIn signedIn;

    @Autowired
    Families families;

    @Autowired
    Children children;

    @Autowired
    NetworkMembers network;

    @Autowired
    FamilyPlans plans;

    @Autowired
    Involvements involvements;

    @Autowired
    Notifications notifications;

    @Autowired
    ProcessEngine engine;

    @Test
    void nothing_on_them_keeps_anybody_out_and_nothing_is_refused_by_the_policy() {
        String family = aFamily();
        try (var browser = new Browser()) {
            var page = browser.chromium().newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);

            page.navigate(signedIn.address() + "/sign-in");
            assertThat(violations(page)).isEmpty();
            page.getByLabel("Account").fill("amina.khan");
            page.getByLabel("Password").fill(SignedIn.PASSWORD);
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                    .last()
                    .click();

            for (String path : pages(family)) {
                page.navigate(signedIn.address() + path);
                assertThat(violations(page)).as(path).isEmpty();
                assertThat(page.locator("h1").count())
                        .as("headings of %s", path)
                        .isEqualTo(1);
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void on_a_telephone_no_page_is_wider_than_the_screen_and_the_menu_opens() {
        String family = aFamily();
        try (var browser = new Browser()) {
            var page = signedInPage(browser, 400);

            for (String path : pages(family)) {
                page.navigate(signedIn.address() + path);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
            page.getByText("Menu", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByText("My work").isVisible()).isTrue();
        }
    }

    @Test
    void the_pages_of_administrators_keep_nobody_out_on_any_screen() {
        stoppedDelivery(families.create("north").id());
        try (var browser = new Browser()) {
            for (int width : new int[] {1280, 400}) {
                var page = signedInPage(browser, width, "alex.admin");
                for (String path : List.of("/operations?page=9999", "/imports")) {
                    page.navigate(signedIn.address() + path);
                    assertThat(violations(page)).as(path).isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path)
                            .isEqualTo(true);
                }
            }
        }
    }

    @Test
    void a_keyboard_reaches_the_content_with_the_first_link() {
        try (var browser = new Browser()) {
            var page = signedInPage(browser, 1280);

            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to main content");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main-content");
            assertThat(page.locator("main h1").textContent()).isEqualTo("Your work");
        }
    }

    @Test
    void the_pages_of_those_who_manage_a_family_keep_nobody_out_either() {
        String family = aFamily();
        try (var browser = new Browser()) {
            var page = signedInPage(browser, 400, "tom.reid");

            for (String path : List.of("/flags", "/conflicts", "/restriction")) {
                page.navigate(signedIn.address() + "/families/" + family + path);
                assertThat(violations(page)).as(path).isEmpty();
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
        }
    }

    /** Of the family's documents and letters each page with something on it, and one that says what is wrong. */
    private List<String> pages(String family) {
        String ofFamily = "/families/" + family;
        var amina = signedIn.as("amina.khan");
        byte[] report = ("Robin reads well. " + family).getBytes(StandardCharsets.UTF_8);
        String document = amina.upload(ofFamily + "/documents", Map.of("title", "School report"), "report.txt", report)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String person = network.ofFamily(family).get(0).id();
        return List.of(
                "/",
                "/families",
                ofFamily,
                ofFamily + "/documents/new",
                ofFamily + "/documents/new?tooLarge",
                document.substring(document.indexOf("/families")),
                ofFamily + "/letters/new",
                ofFamily + "/letters?letter=family-plan&person=" + person,
                "/conflicts",
                "/notifications");
    }

    private Page signedInPage(Browser browser, int width) {
        return signedInPage(browser, width, "amina.khan");
    }

    private Page signedInPage(Browser browser, int width, String accountId) {
        var page = browser.chromium()
                .newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(width, 800));
        page.navigate(signedIn.address() + "/sign-in");
        page.getByLabel("Account").fill(accountId);
        page.getByLabel("Password").fill(SignedIn.PASSWORD);
        page.keyboard().press("Enter");
        page.getByText("Your work").first().waitFor();
        page.locator("body.govuk-frontend-supported").waitFor();
        return page;
    }

    private void stoppedDelivery(String family) {
        notifications.send(new Notice("offer-declined", family, new Recipient.ToWorker("amina.khan"), family));
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .variableValueEquals("familyId", family)
                        .singleResult()
                        .getId())
                .singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 0);
    }

    private String aFamily() {
        String family = families.create("north").id();
        involvements.begin(family, "amina.khan", PracticeRole.SOCIAL_WORKER);
        children.create(family, new NewChild("Robin", "Madeup", LocalDate.of(2019, 3, 6), null, "F", null, null));
        var sky = network.add(family, new NewNetworkMember("Sky", "Madeup", "mother", true, null, null, null, null));
        network.recordSafeContact(sky.id(), "in-person", null, true);
        plans.record(
                family,
                "case of " + family,
                LocalDate.of(2026, 11, 22),
                "We look after each other.",
                List.of(new NewAction("Take Robin to school", null, "Grandad", LocalDate.of(2026, 12, 1))));
        return family;
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Rule::toString)
                        .toList();
    }
}
