package org.lamplight.ingest.rows;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The text of an export. A byte order mark decides the character set, else the mapping, else UTF-8. Bytes that are not
 * text in it become {@link #BROKEN}, so that only their row is lost.
 */
final class Decoded extends Reader {
    /** Half a surrogate pair, which no decoder lets stand alone: no text holds it, whereas U+FFFD is legal text. */
    static final char BROKEN = '\uDFFF';

    private static final int LONGEST_MARK = 3;

    private final InputStream in;
    private final Optional<Charset> declared;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private CharsetDecoder decoder;
    private boolean ended;

    Decoded(InputStream in, Optional<Charset> declared) {
        this.in = in;
        this.declared = declared;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (decoder == null) {
            begin();
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == 0 && !(ended && !bytes.hasRemaining())) {
            decode(chars);
        }
        return chars.position() == 0 ? -1 : chars.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whether the character stands for bytes that were not text, and is not the second half of a proper pair. */
    static boolean broken(char before, char c) {
        return c == BROKEN && !Character.isHighSurrogate(before);
    }

    private void begin() throws IOException {
        while (!ended && bytes.remaining() < LONGEST_MARK) {
            fill();
        }
        Charset charset = mark().orElse(declared.orElse(UTF_8));
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private Optional<Charset> mark() {
        if (startsWith(0xef, 0xbb, 0xbf)) {
            return skip(3, UTF_8);
        }
        if (startsWith(0xff, 0xfe)) {
            return skip(2, UTF_16LE);
        }
        return startsWith(0xfe, 0xff) ? skip(2, UTF_16BE) : Optional.empty();
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.remaining() || (bytes.get(bytes.position() + i) & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Optional<Charset> skip(int length, Charset charset) {
        bytes.position(bytes.position() + length);
        return Optional.of(charset);
    }

    private void decode(CharBuffer chars) throws IOException {
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError() && chars.hasRemaining()) {
            bytes.position(bytes.position() + result.length());
            chars.put(BROKEN);
        } else if (result.isUnderflow() && !ended) {
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(count, 0));
        bytes.flip();
        ended = count < 0;
    }
}
