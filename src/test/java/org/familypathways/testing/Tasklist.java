package org.familypathways.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Tasklist as a worker uses it with mouse and keyboard: pick a task, claim it, answer the questions, complete it. */
public final class Tasklist {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Page page;

    public Tasklist(Page page) {
        this.page = page;
    }

    public Tasklist open() {
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page.getByText("Begin a case")).isVisible();
        return this;
    }

    /** Opens the form with which a pathway begins. */
    public Tasklist beginCase(String pathway) {
        page.getByText("Begin a case").first().click();
        dialog().getByText(pathway, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(dialog().locator(".fjs-form")).isVisible();
        return this;
    }

    /** Whoever is in a hurry clicks twice, and begins one case all the same. */
    public Tasklist begin() {
        button(dialog(), "Begin").dblclick();
        assertThat(page.locator(".modal-dialog")).hasCount(0);
        return this;
    }

    /** Opens a task by the link that the home page shows; a list may be longer than its first page. */
    public Tasklist openTask(String taskId, String name) {
        page.navigate("/camunda/app/tasklist/default/?" + taskId + "#/?task=" + taskId);
        assertThat(page.locator(".task-card h2, .task-details h2").first()).hasText(Pattern.compile(name));
        assertThat(page.locator(".fjs-form")).isVisible();
        return this;
    }

    public Tasklist claim() {
        page.getByText("Claim this task", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(button(page.locator("body"), "Complete")).isEnabled();
        assertThat(form().locator("[disabled]")).hasCount(0);
        return this;
    }

    public Tasklist complete() {
        button(page.locator("body"), "Complete").click();
        assertThat(page.locator(".fjs-form")).hasCount(0);
        return this;
    }

    public Tasklist choose(String question, String option) {
        field(question)
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    public Tasklist select(String question, String option) {
        Locator field = field(question);
        field.locator(".fjs-input-group").first().click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    public Tasklist write(String question, String answer) {
        field(question).locator("input, textarea").first().fill(answer);
        return this;
    }

    public Tasklist date(String question, LocalDate day) {
        return type(field(question).locator("input").first(), TYPED.format(day));
    }

    public Tasklist time(String question, String time) {
        return type(field(question).locator("input").last(), time);
    }

    /** A question that has only just appeared may still lose what is typed, as anybody would see and type again. */
    private Tasklist type(Locator input, String text) {
        for (int attempt = 0; attempt < 5 && !input.inputValue().equals(text); attempt++) {
            input.fill(text);
            input.press("Tab");
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
        assertThat(input).hasValue(text);
        return this;
    }

    public Tasklist picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
        return this;
    }

    private Locator field(String question) {
        return form().locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label, legend, .fjs-form-field-label")
                                .filter(new Locator.FilterOptions().setHasText(exactly(question)))))
                .last();
    }

    /** The browser's own regular expressions know no quoting; a question that must be answered ends with a star. */
    private static Pattern exactly(String question) {
        return Pattern.compile("^" + question.replaceAll("[.?()]", "\\\\$0") + "\\s*\\*?$");
    }

    private Locator form() {
        return page.locator(".fjs-form").last();
    }

    private Locator dialog() {
        return page.locator(".modal-dialog");
    }

    private static Locator button(Locator inside, String name) {
        return inside.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
