package org.familypathways.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** A file that somebody brought, on this machine's disk until it was looked into and kept, or refused. */
public final class ReceivedFile implements AutoCloseable {

    private final Path path;
    private final NewFile file;

    private ReceivedFile(Path path, NewFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * @param name as the worker's machine called it
     * @throws DocumentRefused with a sentence that says what can be attached instead
     */
    static ReceivedFile receive(String name, InputStream content, DocumentSettings settings, DocumentCheck check)
            throws IOException {
        Path path = Files.createTempFile("document", null);
        try {
            var digest = NewFile.digest();
            long largest = settings.largest().toBytes();
            long size = copy(new DigestInputStream(content, digest), path, largest);
            if (size == 0) {
                throw new DocumentRefused("The file that you chose is empty.");
            }
            if (size > largest) {
                throw tooLarge(settings);
            }
            DocumentType type = check.typeOf(path);
            String sha256 = HexFormat.of().formatHex(digest.digest());
            return new ReceivedFile(
                    path, new NewFile(FileName.of(name, type), type, size, sha256, () -> Files.newInputStream(path)));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    public static DocumentRefused tooLarge(DocumentSettings settings) {
        return new DocumentRefused("The file is larger than %s. Save it smaller, for example with fewer or smaller"
                        .formatted(settings.largestInWords())
                + " pictures, or attach it in parts.");
    }

    /** Stops one byte after what may be. */
    private static long copy(InputStream content, Path path, long largest) throws IOException {
        try (var out = Files.newOutputStream(path)) {
            byte[] piece = new byte[64 * 1024];
            long size = 0;
            for (int read = content.read(piece); read >= 0 && size <= largest; read = content.read(piece)) {
                out.write(piece, 0, read);
                size += read;
            }
            return size;
        }
    }

    public NewFile file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
