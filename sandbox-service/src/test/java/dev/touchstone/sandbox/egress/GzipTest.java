package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    private static final byte[] PLAIN = { 1, 2, 3, 4, 5 };

    @Test
    void whatWasFoldedIsUnfolded() throws IOException {
        assertArrayEquals(PLAIN, Gzip.unfold(gzip(PLAIN), 5).orElseThrow());
        assertArrayEquals(new byte[0], Gzip.unfold(gzip(new byte[0]), 5).orElseThrow());
    }

    @Test
    void aHeadMaySayMore() throws IOException {
        // Given a head with an extra field of two bytes, a name, a comment and a sum of its own
        byte[] folded = gzip(PLAIN);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.write(new byte[] { 0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 0, 2, 0, 7, 7, 'n', 0, 'c', 0, 9, 9 });
        told.write(folded, 10, folded.length - 10);
        // Then
        assertArrayEquals(PLAIN, Gzip.unfold(told.toByteArray(), 5).orElseThrow());
    }

    @Test
    void ofWhatIsTooLargeNoMoreIsUnfoldedThanShowsIt() throws IOException {
        // When
        int length = Gzip.unfold(gzip(new byte[10_000_000]), 1_000).orElseThrow().length;
        // Then
        assertTrue(length > 1_000 && length < 20_000, () -> length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, -5, 3, 12 })
    void aDamagedByteIsNoticed(int at) throws IOException {
        // Given
        byte[] folded = gzip(PLAIN);
        int index = at < 0 ? folded.length + at : at;
        folded[index] = (byte) (folded[index] ^ 0x55);
        // Then
        assertTrue(Gzip.unfold(folded, 5).isEmpty());
    }

    @Test
    void whatEndsTooEarlyOrTooLateIsNone() throws IOException {
        byte[] folded = gzip(PLAIN);
        for (int length = 0; length < folded.length; length++) {
            assertTrue(Gzip.unfold(Arrays.copyOf(folded, length), 5).isEmpty(), "length " + length);
        }
        assertEquals(0, Gzip.unfold(Arrays.copyOf(folded, folded.length + 1), 5).stream().count());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(content);
        }
        return out.toByteArray();
    }
}
