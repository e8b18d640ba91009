package org.familypathways.intake;

import org.springframework.util.unit.DataSize;

/** A census file that is larger than any may be. */
public final class CensusFileTooLarge extends InputRefused {

    CensusFileTooLarge(DataSize largest) {
        super("file", "The file is too large: a census file may have %d MB.".formatted(largest.toMegabytes()));
    }
}
