package org.familypathways.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.Browser;
import org.familypathways.testing.SignedIn;
import org.familypathways.testing.Tasklist;
import org.familypathways.testing.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist as a front door manager has it before them. */
@ApplicationTest
class TasklistTest {

    private static final String WORKER = "grace.obi";
    private static final double SLOWEST_MACHINE = 30_000;

    private static Browser browser;

    @Autowired
    private Work work;

    @Autowired
    private SignedIn signedIn;

    private final List<String> complaints = new ArrayList<>();
    private String referral;
    private String task;

    @BeforeAll
    static void open() {
        browser = new Browser();
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOWEST_MACHINE);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void a_referral_waits_for_its_decision() {
        referral = ReferredChild.referredBy(work);
        work.runJobs(referral);
        task = work.task(referral, "userTask_decideReferral").getId();
    }

    @Test
    void what_was_typed_outlives_the_browser_and_a_refusal_is_one_plain_sentence() {
        try (BrowserContext crashing = browser.chromium().newContext()) {
            Page page = signedIn(crashing);
            button(page, "Claim this task").click();
            why(page).fill("Because of what the school said");
            assertThat(page.getByText("Draft saved at")).isVisible();
            assertThat((String) page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                    .doesNotContain("school said");
        }
        try (BrowserContext next = browser.chromium().newContext()) {
            Page page = signedIn(next);
            assertThat(why(page)).hasValue("Because of what the school said");
            assertThat(page.getByText("Draft restored")).isVisible();

            page.locator(".fjs-form-field-select .fjs-input-group").click();
            page.getByText("Early help").click();
            work.as(WORKER)
                    .complete(
                            referral,
                            "userTask_decideReferral",
                            Map.of("referralOutcome", "early-help", "reason", "In the other window."));
            button(page, "Complete").click();
            assertThat(page.locator(".notifications .message"))
                    .hasText("This task was already completed by Grace Obi. What you typed is kept under “Drafts”.");

            page.getByText("Drafts", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Decide the outcome of the referral").first().click();
            assertThat(page.getByText("Because of what the school said")).isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_is_typed_after_the_session_has_ended_waits_for_the_next_sign_in() {
        work.as(WORKER).claim(work.task(referral, "userTask_decideReferral"));
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = signedIn(context);
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
            why(page).fill("Typed too late");
            assertThat(page.getByText("You have been signed out")).isVisible();

            Page next = context.waitForPage(
                    () -> page.getByText("Sign in again (opens in a new tab)").click());
            signIn(next);
            next.waitForURL(url -> !url.contains("/sign-in"));
            button(page, "I have signed in: go on").click();

            assertThat(page.getByText("Draft restored")).isVisible();
            assertThat(why(page)).hasValue("Typed too late");
        }
    }

    @Test
    void there_is_one_sign_in_and_one_name_on_everything() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = signedIn(context);

            assertThat(page).hasTitle("Family Pathways");
            assertThat(page.getByText("My team’s tasks")).isVisible();
            assertThat(page.getByText("It is time to migrate")).not().isVisible();
            assertThat(page.getByText("Families", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();

            page.locator(".account .dropdown-toggle").click();
            page.getByText("Sign out").click();
            assertThat(page.getByText("You have signed out.")).isVisible();
            page.navigate(signedIn.address() + "/families");
            assertThat(page.getByLabel("Password")).isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void an_answer_that_is_missing_is_where_the_keyboard_goes() {
        work.as(WORKER).claim(work.task(referral, "userTask_decideReferral"));
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = signedIn(context);

            button(page, "Complete").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator(".notifications .message")).hasText("Look at the answers marked in red.");
            assertThat(page.locator(".fjs-has-errors input").first()).isFocused();
        }
    }

    @Test
    void a_question_is_heard_before_the_answers_to_choose_from() {
        try (BrowserContext context = browser.chromium().newContext()) {
            Page page = signedIn(context);

            new Tasklist(page).beginCase("Referral");

            assertThat(page.getByRole(
                            AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(Pattern.compile("danger"))))
                    .isVisible();
        }
    }

    private Page signedIn(BrowserContext context) {
        context.setDefaultTimeout(SLOWEST_MACHINE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(signedIn.address() + "/camunda/app/tasklist/default/#/?task=" + task);
        signIn(page);
        assertThat(why(page)).isVisible();
        return page;
    }

    private static void signIn(Page page) {
        page.getByLabel("Account").fill(WORKER);
        page.getByLabel("Password").fill(SignedIn.PASSWORD);
        button(page, "Sign in").click();
    }

    private static Locator why(Page page) {
        return page.getByLabel("Why?");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
