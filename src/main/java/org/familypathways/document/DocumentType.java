package org.familypathways.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a document may be. Everything else is refused. */
public enum DocumentType {
    PDF("PDF", "application/pdf", "pdf"),
    JPEG("JPEG picture", "image/jpeg", "jpg", "jpeg"),
    PNG("PNG picture", "image/png", "png"),
    HEIC("HEIC picture", "image/heic", "heic", "heif"),
    TEXT("text", "text/plain", "txt"),
    WORD("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    OPEN_DOCUMENT("OpenDocument text", "application/vnd.oasis.opendocument.text", "odt");

    private final String title;
    private final String mediaType;
    private final List<String> endings;

    DocumentType(String title, String mediaType, String... endings) {
        this.title = title;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** @throws IllegalArgumentException when no document can be of that media type */
    public static DocumentType of(String mediaType) {
        return find(mediaType).orElseThrow(() -> new IllegalArgumentException("No document is a " + mediaType));
    }

    static Optional<DocumentType> find(String mediaType) {
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name that is usual for it, without a dot. */
    String ending() {
        return endings.get(0);
    }

    boolean isEnding(String ending) {
        return endings.contains(ending.toLowerCase(Locale.ROOT));
    }
}
