package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.local.client.ExitCode;

/** With the example that the description of the format explains. */
class VerifyLedgerTest {

    private static final Path EXAMPLE = Path.of("../../review-service/ledger-example.json");
    private static final String OTHER_KEY = "localhost/touchstone-development+2a7e86f8+AZVQuafj5jjvIl3a4wC1MlI/OdqF6qWBYFpIocMbPlp6";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private String export = "";

    private record Ran(ExitCode code, String out) {
    }

    @BeforeEach
    void read() throws Exception {
        export = Files.readString(EXAMPLE);
    }

    @Test
    void withTheKeyThatTheAuditorHoldsItIsValidAndNothingIsAssumed() throws Exception {
        // When
        Ran ran = run(EXAMPLE.toString(), "--key", key());
        // Then
        assertEquals(ExitCode.DONE, ran.code);
        assertTrue(ran.out.startsWith("VALID  submission "), ran.out);
        assertFalse(ran.out.contains("key_of_the_file"), ran.out);
    }

    @Test
    void withoutAKeyItSaysThatItTrustedTheFile() throws Exception {
        // When
        Ran ran = run(EXAMPLE.toString());
        // Then
        assertEquals(ExitCode.DONE, ran.code);
        assertTrue(ran.out.contains("caution  key_of_the_file: no key was given, so the key \"touchstone.example/ledger\""
                + " in the file was trusted"), ran.out);
    }

    @Test
    void keysCanComeFromAFile() throws Exception {
        // Given
        Path keys = write("keys", OTHER_KEY + "\n" + key() + "\n");
        // When
        Ran ran = run(EXAMPLE.toString(), "--key", keys.toString());
        // Then
        assertEquals(ExitCode.DONE, ran.code, ran.out);
    }

    @Test
    void everyFaultIsNamedByItsEntry() throws Exception {
        // Given
        Path changed = write("changed.json", export.replace("looked at the transcripts", "looked at nothing"));
        // When
        Ran ran = run(changed.toString(), "--key", key());
        // Then
        assertEquals(ExitCode.REJECTED, ran.code);
        assertTrue(ran.out.startsWith("NOT VALID: faults 2"), ran.out);
        assertTrue(ran.out.contains("fault  changed: the text of entry " + last()), ran.out);
        assertTrue(ran.out.contains("fault  not_included: entry " + last()), ran.out);
    }

    @Test
    void aKeyThatDidNotSignIsAFault() throws Exception {
        // When
        Ran ran = run(EXAMPLE.toString(), "--key", OTHER_KEY);
        // Then
        assertEquals(ExitCode.REJECTED, ran.code);
        assertTrue(ran.out.contains("fault  unknown_key"), ran.out);
    }

    @Test
    void aCheckpointAndAHeadThatWereKeptAreHeldAgainstIt() throws Exception {
        // Given
        Path kept = write("kept.note", JSON.readTree(export).path("checkpoint").asText());
        // When
        Ran same = run(EXAMPLE.toString(), "--key", key(), "--checkpoint", kept.toString());
        Ran later = run(EXAMPLE.toString(), "--key", key(), "--head", "70:" + "ab".repeat(32));
        // Then
        assertEquals(ExitCode.DONE, same.code, same.out);
        assertEquals(ExitCode.REJECTED, later.code);
        assertTrue(later.out.contains("fault  truncated"), later.out);
    }

    @Test
    void programsReadTheSameAsJson() throws Exception {
        // Given
        Path changed = write("changed.json", export.replace("looked at the transcripts", "looked at nothing"));
        // When
        JsonNode report = JSON.readTree(run(changed.toString(), "--json").out);
        // Then
        assertFalse(report.path("valid").asBoolean());
        assertEquals(last(), report.path("faults").path(0).path("index").asText());
        assertEquals("changed", report.path("faults").path(0).path("kind").asText());
        assertEquals("key_of_the_file", report.path("cautions").path(0).path("kind").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[[[[[[", "{\"format\":\"touchstone-ledger-export/1\"}", "\u001b[31m" })
    void whatIsNoExportIsNotValidAndLeavesTheTerminalAlone(String content) throws Exception {
        // When
        Ran ran = run(write("other.json", content).toString());
        Ran json = run(write("other.json", content).toString(), "--json");
        // Then
        assertEquals(ExitCode.REJECTED, ran.code);
        assertTrue(ran.out.startsWith("NOT VALID: no export of a ledger") && !ran.out.contains("\u001b"), ran.out);
        assertEquals("not_an_export", JSON.readTree(json.out).path("faults").path(0).path("kind").asText());
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() throws Exception {
        String file = EXAMPLE.toString();
        String empty = write("empty", "\n").toString();
        assertThrows(Usage.class, () -> run());
        assertThrows(Usage.class, () -> run(file, file));
        assertThrows(Usage.class, () -> run(file, "--fast"));
        assertThrows(Usage.class, () -> run(file, "--key", "name+hash+key"));
        assertThrows(Usage.class, () -> run(file, "--key", empty));
        assertThrows(Usage.class, () -> run(file, "--head", "seven"));
        assertThrows(NoSuchFileException.class, () -> run(file, "--key", "no-such-file"));
        assertThrows(NoSuchFileException.class, () -> run("no-such-file"));
    }

    private String key() throws Exception {
        return JSON.readTree(export).path("key").asText();
    }

    private String last() {
        Matcher last = Pattern.compile("\"lastIndex\":(\\d+)").matcher(export);
        assertTrue(last.find());
        return last.group(1);
    }

    private Path write(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Ran run(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitCode code = VerifyLedger.verify(List.of(arguments), new Surroundings(Map.of(),
                new ByteArrayInputStream(new byte[0]), print, print, false, duration -> {
                }));
        return new Ran(code, out.toString(StandardCharsets.UTF_8));
    }
}
