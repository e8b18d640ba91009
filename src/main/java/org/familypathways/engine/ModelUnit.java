package org.familypathways.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * What goes live together: a pathway's model with its forms, or a decision table.
 *
 * @param key the process key or the decision's id
 * @param resources the files by their path, {@code bpmn/…} and {@code forms/<key>/…}
 */
record ModelUnit(String key, SortedMap<String, byte[]> resources) {

    /** One fingerprint for the whole unit: it changes when any file of it changes. */
    String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            resources.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content);
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
