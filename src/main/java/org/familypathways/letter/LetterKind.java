package org.familypathways.letter;

import java.util.Map;
import org.familypathways.record.NetworkMember;

/** A letter that a module can write from the record. */
public interface LetterKind {

    /** The name of its words: {@code letters/<code>.html}. */
    String code();

    /** What people call it. */
    String title();

    /**
     * What its words need to be told, for exactly this person.
     *
     * @throws LetterRefused when it cannot be written, or not to this person
     */
    Map<String, Object> details(NetworkMember to);
}
