package org.familypathways.document;

import org.familypathways.record.EntryMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Documents go with their entry when it turns out to be about another child. */
@Component
class MovedEntries {

    private final DocumentRows rows;

    MovedEntries(DocumentRows rows) {
        this.rows = rows;
    }

    @EventListener
    void follow(EntryMoved entry) {
        rows.giveTo(entry.to(), entry.from());
    }
}
