package org.familypathways.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops the parser when one tag, comment or attribute goes on for longer than any honest one. */
final class BoundedTokens extends FilterInputStream {

    private static final int LONGEST_TOKEN = 4 << 20;
    private long sinceLastToken;

    BoundedTokens(InputStream in) {
        super(in);
    }

    void tokenRead() {
        sinceLastToken = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws TokenTooLong {
        sinceLastToken += read;
        if (sinceLastToken > LONGEST_TOKEN) {
            throw new TokenTooLong();
        }
    }

    static final class TokenTooLong extends IOException {}
}
