package dev.touchstone.sandbox.security.detect;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * How far a text can be compressed: a model that is made to repeat itself without end says next to nothing in many words. The
 * bounds are told in the README, with what was measured on honest texts.
 */
final class Repetition {

    /** Shorter texts compress by chance, or hardly at all. In bytes of UTF-8. */
    private static final int SHORTEST = 600;
    private static final double LEAST_RATIO = 0.08;

    private Repetition() {
    }

    static boolean isIn(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length >= SHORTEST && ratio(bytes) < LEAST_RATIO;
    }

    /** Compressed to uncompressed size, by DEFLATE. */
    static double ratio(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] block = new byte[8192];
            while (!deflater.finished()) {
                deflater.deflate(block);
            }
            return (double) deflater.getBytesWritten() / bytes.length;
        }
    }
}
