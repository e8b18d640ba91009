package org.familypathways.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.familypathways.access.PracticeRole;
import org.familypathways.access.Worker;
import org.familypathways.access.Workers;
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
    Workers workers;

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
    void the_pages_about_signing_in_keep_nobody_out_either() {
        try (var browser = new Browser()) {
            var page = browser.chromium().newPage();
            for (String path : List.of("/sign-in?failed", "/sign-in?provider", "/not-set-up")) {
                page.navigate(signedIn.address() + path);
                assertThat(violations(page)).as(path).isEmpty();
            }
            page.navigate(signedIn.address() + "/sign-in");
            page.getByLabel("Account").fill("alex.admin");
            page.getByLabel("Password").fill(SignedIn.PASSWORD);
            page.keyboard().press("Enter");
            page.getByText("Alex Admin").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Your sign-in");
            assertThat(violations(page)).isEmpty();
            page.getByLabel("Your present password").fill("not the one");
            page.keyboard().press("Enter");
            page.getByText("There is a problem").waitFor();
            assertThat(violations(page)).isEmpty();
            page.getByText("Give somebody else a one-time password").click();
            assertThat(violations(page)).isEmpty();
            page.getByLabel("Account of the worker").fill("nobody.of.this.name");
            page.keyboard().press("Enter");
            page.getByText("There is a problem").waitFor();
            assertThat(violations(page)).isEmpty();
            workers.join(new Worker("new.worker", "New Worker", null, true));
            page.getByLabel("Account of the worker").fill("new.worker");
            page.keyboard().press("Enter");
            page.getByText("For New Worker").waitFor();
            assertThat(violations(page)).isEmpty();
            workers.leave("new.worker");
        }
    }

    @Test
    void a_worker_adds_a_passkey_and_signs_in_with_it() {
        String account = "key.holder" + UUID.randomUUID().toString().substring(0, 8);
        workers.join(new Worker(account, "Kay Holder", null, true));
        // browsers let a passkey belong to a name and not to a number
        String address = signedIn.address().replace("127.0.0.1", "localhost");
        try (var browser = new Browser()) {
            for (int width : new int[] {1280, 400}) {
                String oneTime = oneTimePassword(account);
                var page = browser.chromium()
                        .newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(width, 800));
                var complaints = new ArrayList<String>();
                page.onConsoleMessage(message -> {
                    if (!message.text().startsWith("Failed to load resource")) {
                        complaints.add(message.text());
                    }
                });
                page.onPageError(complaints::add);
                // before our style sheet is there, a browser asks for GOV.UK's letters, which are not ours to pass on
                page.onResponse(answer -> {
                    if (answer.status() >= 400 && !answer.url().contains("/assets/fonts/")) {
                        complaints.add(answer.url());
                    }
                });
                var device = page.context().newCDPSession(page);
                device.send("WebAuthn.enable");
                device.send("WebAuthn.addVirtualAuthenticator", json("""
                        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                         "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}
                        """));

                signIn(page, address, account, oneTime);
                page.getByLabel("The password that you were given").fill(oneTime);
                String password = "three-quiet-green-lamps-" + width;
                page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                        .fill(password);
                page.getByLabel("New password again").fill(password);
                page.keyboard().press("Enter");
                page.getByText("Your passkeys").waitFor();
                keepsNobodyOut(page, "none-yet");
                page.getByText("Add a passkey").click();
                keepsNobodyOut(page, "new");
                page.getByLabel("Your present password").fill("not the one");
                page.keyboard().press("Enter");
                page.getByText("There is a problem").waitFor();
                keepsNobodyOut(page, "new-wrong");
                page.getByLabel("Your present password").fill(password);
                page.keyboard().press("Enter");
                page.getByLabel("What you call it").fill("Laptop at work");
                keepsNobodyOut(page, "make");
                page.getByText("Add the passkey").click();
                page.getByText("Your passkey is added.").waitFor();
                keepsNobodyOut(page, "added");

                page.getByText("Add a passkey").click();
                page.getByLabel("Your present password").fill(password);
                page.keyboard().press("Enter");
                page.getByLabel("What you call it").fill("The same again");
                page.getByText("Add the passkey").click();
                page.getByText("holds a passkey of yours already").waitFor();
                keepsNobodyOut(page, "make-problem");

                page.getByText("Sign out").click();
                page.waitForURL("**/sign-in?signed-out");
                signIn(page, address, account, password);
                page.locator("h1").getByText("Use your passkey").waitFor();
                assertThat(page.getByText("Families").count()).isZero();
                keepsNobodyOut(page, "use");
                page.locator("button").getByText("Use your passkey").click();
                page.locator("h1").getByText("Your work").waitFor();
                assertThat(page.url()).endsWith("#/?task=1");

                page.navigate(address + "/your-sign-in");
                page.getByText("Remove").click();
                keepsNobodyOut(page, "remove");
                page.getByLabel("Your present password").fill(password);
                page.keyboard().press("Enter");
                page.getByText("Your passkey is removed.").waitFor();
                assertThat(complaints).isEmpty();

                var administrator = signedInPage(browser, width, "alex.admin");
                administrator.navigate(signedIn.address() + "/people/workers/" + account);
                keepsNobodyOut(administrator, "worker");
                administrator.getByText("Give them a").click();
                keepsNobodyOut(administrator, "passwords");
            }
        }
        workers.leave(account);
    }

    private static void signIn(Page page, String address, String account, String password) {
        page.navigate(address + "/sign-in#/?task=1");
        page.locator("body.govuk-frontend-supported").waitFor();
        page.getByLabel("Account").fill(account);
        page.getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
    }

    private String oneTimePassword(String account) {
        String page = signedIn.as("alex.admin")
                .post("/passwords", Map.of("account", account))
                .body();
        return page.replaceFirst("(?s).*fp-one-time-password\">([a-z2-9-]+)<.*", "$1");
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static void keepsNobodyOut(Page page, String name) {
        assertThat(violations(page)).as(name).isEmpty();
        assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                        Path.of("target/screenshots", "passkey-%s-%d.png".formatted(name, page.viewportSize().width))));
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
                "/notifications",
                "/conflicts");
    }

    @Test
    void an_administrator_s_pages_keep_nobody_out_either_and_fit_a_telephone() {
        aFamily();
        try (var browser = new Browser()) {
            var page = signedInPage(browser, 1280, "alex.admin");
            var narrow = signedInPage(browser, 400, "alex.admin");
            for (String path : List.of(
                    "/people",
                    "/people/new-worker",
                    "/people/workers/amina.khan",
                    "/people/workers/amina.khan/handover",
                    "/people/workers/amina.khan/absence",
                    "/people/teams",
                    "/people/teams/case-team-north",
                    "/people/new-team",
                    "/people/file",
                    "/acting")) {
                page.navigate(signedIn.address() + path);
                assertThat(violations(page)).as(path).isEmpty();
                picture(page, path);
                narrow.navigate(signedIn.address() + path);
                assertThat(narrow.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
            page.navigate(signedIn.address() + "/people/file");
            page.getByLabel("Table of workers")
                    .setInputFiles(new FilePayload(
                            "workers.csv",
                            "text/csv",
                            "account,name,email,status,roles\namina.khan,Amina Khan,x,,\n".getBytes()));
            page.getByText("See what would change").click();
            page.getByText("Nothing can be imported").waitFor();
            assertThat(violations(page)).isEmpty();
            picture(page, "/people/file/preview");
            page.navigate(signedIn.address() + "/people/workers/amina.khan/absence");
            page.getByText("Keep the absence").click();
            page.getByText("There is a problem").waitFor();
            assertThat(violations(page)).isEmpty();
            picture(page, "/people/absence/wrong");
        }
    }

    private static void picture(Page page, String path) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", "people" + path.replace('/', '-') + ".png")));
    }

    @Test
    void the_teams_of_a_family_are_chosen_on_a_page_for_everybody() {
        String family = aFamily();
        try (var browser = new Browser()) {
            var page = signedInPage(browser, 1280, "tom.reid");
            page.navigate(signedIn.address() + "/families/" + family + "/teams");
            assertThat(violations(page)).isEmpty();
            picture(page, "/family-teams");
        }
    }

    @Test
    void the_pages_of_those_who_manage_a_family_keep_nobody_out_either() {
        String family = aFamily();
        try (var browser = new Browser()) {
            var page = signedInPage(browser, 400, "tom.reid");

            for (String path : List.of("/flags", "/conflicts", "/restriction", "/restriction?restricted")) {
                if (path.endsWith("?restricted")) {
                    page.locator("#reason").fill("A parent works here.");
                    page.locator("#others").fill("tom.reid raj.patel");
                    page.locator("main button[type=submit]").click();
                }
                page.navigate(signedIn.address() + "/families/" + family + path);
                assertThat(violations(page)).as(path).isEmpty();
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
        }
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
