package org.familypathways.letter;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter as it would be made now.
 *
 * @param html a whole page that is well-formed XML too
 * @param madeFrom the digest of its words, by which it is known again
 * @param advice how it may reach the person, each a sentence for the worker
 */
public record Letter(String title, String html, String madeFrom, List<String> advice) {

    public Letter {
        advice = List.copyOf(advice);
    }

    /** What stands in it, with its headings below those of the page on which it is shown. */
    public String asPartOfPage() {
        String body = html.substring(html.indexOf("<body>") + "<body>".length(), html.indexOf("</body>"));
        return body.replaceAll("<(/?)h2", "<$1h4").replaceAll("<(/?)h1", "<$1h3");
    }

    /** Its text alone, as it is read. */
    String text() {
        return HtmlUtils.htmlUnescape(html.substring(html.indexOf("<body>")).replaceAll("<[^>]+>", " "));
    }
}
