package org.familypathways.familygroupconferenceoffer;

import java.util.stream.Stream;

/** What became of the offer to one person who holds parental responsibility. */
public enum HolderAnswer {
    TO_BE_ASKED("to-be-asked"),
    AWAITED("awaited"),
    ACCEPTED("accepted"),
    DECLINED("declined"),
    NO_ANSWER("no-answer"),
    NOT_REACHED("not-reached");

    private final String code;

    HolderAnswer(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a word that is none of these */
    public static HolderAnswer of(String code) {
        return Stream.of(values())
                .filter(answer -> answer.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“%s” is no answer to an offer".formatted(code)));
    }
}
