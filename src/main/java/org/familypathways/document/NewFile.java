package org.familypathways.document;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamSource;

/**
 * What a new version of a document says.
 *
 * @param name as it is shown and saved again
 * @param sha256 of the content, in hexadecimal figures
 * @param content read when it is kept
 */
public record NewFile(String name, DocumentType type, long size, String sha256, InputStreamSource content) {

    /** Something that was made here. */
    public static NewFile made(String name, DocumentType type, byte[] content) {
        return new NewFile(
                name,
                type,
                content.length,
                HexFormat.of().formatHex(digest().digest(content)),
                () -> new ByteArrayInputStream(content));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
