package org.familypathways.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the authority decided about documents.
 *
 * @param largest how large a document may be
 */
@ConfigurationProperties("familypathways.document")
public record DocumentSettings(@DefaultValue("20MB") DataSize largest) {

    public String largestInWords() {
        return FileSize.words(largest.toBytes());
    }
}
