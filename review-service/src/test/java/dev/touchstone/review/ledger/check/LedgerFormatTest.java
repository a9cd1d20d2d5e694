package dev.touchstone.review.ledger.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.Note;
import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Proofs;

/** What the description of the format tells others is what the code does, to the byte. */
class LedgerFormatTest {

    private static final Path EXAMPLE = Path.of("ledger-example.json");
    private static final Limits LIMITS = new Limits(1_000, 100);

    private final String text = Files.readString(Path.of("LEDGER.md"));
    private final JsonNode export = new ObjectMapper().readTree(EXAMPLE.toFile());

    LedgerFormatTest() throws IOException {
    }

    @Test
    void theExampleHasNoFault() throws Exception {
        // Given
        NoteKey key = NoteKey.parse(block("\\S+\\+[0-9a-f]{8}\\+\\S+"));
        // When
        Report report = Verifier.verify(() -> Files.newInputStream(EXAMPLE), new Trust(List.of(key), List.of(), List.of()),
                LIMITS);
        // Then
        assertEquals(List.of(), report.faults());
        assertEquals(export.path("key").asText(), key.text());
        for (Caution caution : report.cautions()) {
            assertTrue(text.endsWith("one caution: `" + Said.of(caution).kind() + "`.\n"), caution.toString());
        }
    }

    @Test
    void theWorkedExampleIsTheOneInTheFile() {
        // Given
        JsonNode first = export.path("entries").path(0);
        Checkpoint checkpoint = Checkpoint.parse(Note.parse(export.path("checkpoint").asText()).text());
        List<Hash> proof = new ArrayList<>();
        first.path("proof").forEach(hash -> proof.add(new Hash(hash.asText())));
        // When
        String entry = block("\\{\"actor\".*");
        // Then
        assertEquals(first.path("entry").asText(), entry);
        assertEquals(entry, CanonicalJson.of(entry));
        assertTrue(text.contains("```\n" + Hashes.leaf(entry) + "\n```"));
        assertTrue(text.contains(checkpoint.rootHash().hex()));
        proof.forEach(sibling -> assertTrue(text.contains(sibling.hex()), sibling.hex()));
        assertTrue(text.contains("```\n" + export.path("checkpoint").asText() + "```"));
        assertTrue(Proofs.includes(new Hash(Hashes.leaf(entry)), first.path("index").asLong(), checkpoint.size(), proof,
                checkpoint.rootHash()));
    }

    @Test
    void whatIsWrittenIsReadAgainToTheByte() throws Exception {
        // Given
        List<Item> items = new ArrayList<>();
        ExportReader.items(Files.newInputStream(EXAMPLE), items::add);
        // When
        String written = ExportText.head(ExportReader.read(Files.newInputStream(EXAMPLE)))
                + items.stream().map(ExportText::item).collect(Collectors.joining(ExportText.SEPARATOR)) + ExportText.END;
        // Then
        assertEquals(Files.readString(EXAMPLE), written);
    }

    @Test
    void everyFaultAndEveryCautionIsExplained() {
        // Given
        Set<String> kinds = Stream.of(Fault.OfEntry.class, Fault.OfLog.class, Caution.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses())).map(LedgerFormatTest::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        // When
        Set<String> explained = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]+ \\|$")
                .matcher(text.substring(text.indexOf("## Faults")))
                .results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
        // Then
        assertEquals(kinds, explained);
    }

    private static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The first line of the text that is like this. */
    private String block(String line) {
        return text.lines().filter(each -> each.matches(line)).findFirst().orElseThrow();
    }
}
