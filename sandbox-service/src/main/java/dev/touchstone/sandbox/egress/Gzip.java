package dev.touchstone.sandbox.egress;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unfolds gzip of one member, up to a limit. A chain of members is gzip as well, but nothing that a server needs, and a reader
 * that follows it call by call runs out of stack at some thousands of empty ones; the JDK's does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class Gzip {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int PIECE = 8_192;
    private static final int HEADER_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private Gzip() {
    }

    /**
     * What is in it, or its beginning of more than {@code max} bytes if it is larger; empty if it is not gzip of one member, or
     * damaged.
     */
    static Optional<byte[]> unfold(byte[] raw, int max) {
        try (Inflater inflater = new Inflater(true)) {
            int begin = header(raw);
            inflater.setInput(raw, begin, raw.length - begin);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            while (!inflater.finished() && plain.size() <= max) {
                int length = inflater.inflate(piece);
                if (length == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
                plain.write(piece, 0, length);
            }
            byte[] unfolded = plain.toByteArray();
            return unfolded.length > max || isWhole(raw, inflater.getRemaining(), unfolded) ? Optional.of(unfolded)
                    : Optional.empty();
        } catch (DataFormatException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    /** Where the compressed bytes begin. */
    private static int header(byte[] raw) throws DataFormatException {
        if (raw.length < HEADER + TRAILER || raw[0] != 0x1f || raw[1] != (byte) 0x8b || raw[2] != 8) {
            throw new DataFormatException();
        }
        int flags = raw[3];
        int at = HEADER;
        if ((flags & EXTRA) != 0) {
            at += 2 + (raw[at] & 0xff) + ((raw[at + 1] & 0xff) << 8);
        }
        for (int text : new int[] { NAME, COMMENT }) {
            if ((flags & text) != 0) {
                while (raw[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        return (flags & HEADER_CHECKED) != 0 ? at + 2 : at;
    }

    private static boolean isWhole(byte[] raw, int remaining, byte[] unfolded) {
        if (remaining != TRAILER) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(unfolded);
        ByteBuffer trailer = ByteBuffer.wrap(raw, raw.length - TRAILER, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        return trailer.getInt() == (int) sum.getValue() && trailer.getInt() == unfolded.length;
    }
}
