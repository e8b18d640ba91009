package org.familypathways.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A family that somebody must not see, and beside each of its references and names one of the same shape that is nobody's. */
public final class HiddenFamily {

    private final Random random;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, String> instead = new LinkedHashMap<>();
    private final String secret;

    public HiddenFamily(Random random) {
        this.random = random;
        secret = "Secret" + letters(12);
        name("firstName");
        name("lastName");
    }

    private void name(String kind) {
        String name = "Q" + letters(11);
        known.put(kind, name);
        instead.put(name, "Q" + letters(11));
    }

    /** That this is one of its references. */
    public void knows(String kind, String reference) {
        known.put(kind, reference);
        instead.put(reference, ofNobody(reference));
    }

    private String ofNobody(String reference) {
        if (reference.matches("[A-Z]-\\d{6}")) {
            return reference.substring(0, 2) + (900_000 + random.nextInt(99_999));
        }
        return reference.matches("\\d+")
                ? String.valueOf(900_000_000 + random.nextInt(99_999))
                : new UUID(random.nextLong(), random.nextLong()).toString();
    }

    public String id(String kind) {
        return known.get(kind);
    }

    public List<String> references() {
        return known.values().stream()
                .filter(reference -> !reference.matches("\\d+"))
                .toList();
    }

    public String firstName() {
        return known.get("firstName");
    }

    public String lastName() {
        return known.get("lastName");
    }

    /** What somebody wrote about the family. */
    public String secret() {
        return secret;
    }

    /** The same question about nobody. */
    public Probe missing(Probe question) {
        return new Probe(
                question.method(),
                question.pattern(),
                asIfMissing(question.path()),
                question.type(),
                asIfMissing(question.body()));
    }

    public String asIfMissing(String text) {
        String same = text;
        for (var each : instead.entrySet()) {
            // a short number stands anywhere, also within another word
            same = each.getKey().matches("\\d+")
                    ? same.replaceAll("(?<![\\w%.-])" + each.getKey() + "(?![\\w.-])", each.getValue())
                    : same.replace(each.getKey(), each.getValue());
        }
        return same;
    }

    /** What the answer says of the family and the question did not. References stand in what a worker declared of their own. */
    public List<String> givenAway(Probe question, String answer) {
        var away = new ArrayList<String>();
        for (var each : known.entrySet()) {
            boolean was = question.says(each.getValue()) || question.pattern().equals("/conflicts");
            // a short number of an entry stands anywhere
            if (each.getValue().length() > 7 && answer.contains(each.getValue()) && !was) {
                away.add(each.getKey() + " " + each.getValue());
            }
        }
        if (answer.contains(secret)) {
            away.add(secret);
        }
        return away;
    }

    private String letters(int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
