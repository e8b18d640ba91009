package org.familypathways.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.familypathways.testing.ApplicationTest;
import org.familypathways.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class PageNonceTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern ON_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

    @Autowired
    private SignedIn signedIn;

    @Test
    void tasklist_opens_while_others_open_it_too() {
        var colleague = signedIn.as("amina.khan");
        var over = new AtomicBoolean();
        var others = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                colleague.get(TASKLIST);
            }
        });
        var grace = signedIn.as("grace.obi");
        try {
            for (int time = 0; time < 200; time++) {
                var page = grace.get(TASKLIST);
                assertThat(first(ON_PAGE, page.body())).isEqualTo(first(IN_POLICY, policy(page)));
            }
        } finally {
            over.set(true);
            others.join();
        }
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String first(Pattern nonce, String text) {
        var found = nonce.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
