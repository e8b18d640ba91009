package org.familypathways.intake;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a census file child by child, in constant memory whatever the file's size. Where the file cannot be read any
 * further the iterator throws {@link CensusFileRefused}; the children before that place are good.
 */
final class CensusReader implements Iterator<ReadChild> {

    private final CensusXml xml;
    private final CensusHeader header;
    private @Nullable CensusElement next;
    private boolean ended;

    private CensusReader(CensusXml xml) {
        this.xml = xml;
        xml.enter("Message");
        header = CensusHeader.of(xml.element("Header"));
        xml.enter("Children");
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws CensusFileRefused when it is no children-in-need census file
     */
    static CensusReader open(InputStream file) {
        return new CensusReader(new CensusXml(FileKind.onlyXml(file)));
    }

    CensusHeader header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = xml.nextElement("Child");
            ended = next == null;
            if (ended) {
                xml.readToEnd();
            }
        }
        return next != null;
    }

    @Override
    public ReadChild next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var element = next;
        next = null;
        return ReadChild.of(element);
    }
}
