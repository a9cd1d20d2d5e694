package dev.touchstone.telemetry.wandb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

    @TempDir
    Path directory;

    @Test
    void digestsAreThoseOfTheOfficialClient() {
        assertEquals("098f6bcd4621d373cade4e832627b4f6", Content.of("test").md5().hex());
        assertEquals("5c71dbb287630d65ca93764c34d9aa0d", Content.of("example data").md5().hex());
        assertEquals("XUFAKrxLKna5cZ2REBfFkg==", Content.of("hello").md5().base64());
    }

    @Test
    void aFileIsWhatItsBytesAre() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("report.json"), "{\"score\":0.5}");

        // When
        Content content = Content.of(file);

        // Then
        assertEquals(Content.of("{\"score\":0.5}").md5(), content.md5());
        assertEquals(13, content.size());
        assertEquals("{\"score\":0.5}", new String(bytes(content), StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatChangeLaterDoNotChangeTheContent() throws Exception {
        // Given
        byte[] bytes = "before".getBytes(StandardCharsets.UTF_8);
        Content content = Content.of(bytes);

        // When
        bytes[0] = 'B';

        // Then
        assertEquals("before", new String(bytes(content), StandardCharsets.UTF_8));
    }

    @Test
    void a21MiBFileHas11PartsOf2MiB() throws Exception {
        // Given
        byte[] bytes = new byte[21 << 20];
        new Random(4).nextBytes(bytes);
        Path file = Files.write(directory.resolve("large"), bytes);

        // When
        List<Content> parts = Content.of(file).parts(2 << 20);

        // Then
        assertEquals(11, parts.size());
        assertEquals(1 << 20, parts.getLast().size());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Content part : parts) {
            assertEquals(Md5.of(bytes(part)), part.md5());
            assertEquals(32, part.md5().hex().length());
            joined.writeBytes(bytes(part));
        }
        assertArrayEquals(bytes, joined.toByteArray());
    }

    @Test
    void partsHaveNothingInCommonAndNothingBetween() throws Exception {
        // When
        List<Content> parts = Content.of("0123456789").parts(4);

        // Then
        assertEquals(List.of("0123", "4567", "89"), List.of(text(parts.get(0)), text(parts.get(1)), text(parts.get(2))));
        assertEquals(List.of(), Content.of("").parts(4));
        assertEquals(1, Content.of("0123").parts(4).size());
    }

    @Test
    void aPartOfAFileThatShrankCannotBeRead() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("shrinking"), "0123456789");
        Content last = Content.of(file).parts(4).getLast();

        // When
        Files.writeString(file, "012");

        // Then
        assertThrows(EOFException.class, last::open);
    }

    private static String text(Content content) throws IOException {
        return new String(bytes(content), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }
}
