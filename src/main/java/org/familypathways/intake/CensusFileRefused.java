package org.familypathways.intake;

/**
 * The file, or the rest of it, cannot be read. The message is one plain sentence for the person who uploaded it and
 * repeats nothing of the file but element names.
 */
class CensusFileRefused extends RuntimeException {

    CensusFileRefused(String sentence) {
        super(sentence);
    }
}
