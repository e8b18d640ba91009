package org.familypathways.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.familypathways.testing.Browser;
import org.familypathways.testing.SignedIn;
import org.springframework.stereotype.Component;

/** Windows in which demo workers have signed in, on an English computer. */
@Component
class SignedInBrowsers {

    private final SignedIn people;

    SignedInBrowsers(SignedIn people) {
        this.people = people;
    }

    Page of(Browser browser, String accountId) {
        Page page = browser.chromium()
                .newContext(new NewContextOptions()
                        .setBaseURL(people.address())
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setViewportSize(1280, 900))
                .newPage();
        page.navigate("/sign-in");
        page.locator("[name=account]").fill(accountId);
        page.locator("[name=password]").fill(SignedIn.PASSWORD);
        page.locator("[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
