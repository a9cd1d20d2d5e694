package dev.touchstone.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.Output;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.check.ExportedEntries;
import dev.touchstone.review.ledger.check.NotAnExport;
import dev.touchstone.review.ledger.compare.Comparison;
import dev.touchstone.review.ledger.compare.Difference;
import dev.touchstone.review.ledger.compare.History;
import dev.touchstone.review.ledger.compare.History.NotAHistory;
import dev.touchstone.review.ledger.compare.Leaf;
import dev.touchstone.review.ledger.compare.RunSide;

/** {@code compare-ledger EXPORT HISTORY}: whether an export of the ledger and a run's history say the same. Asks nobody. */
public final class CompareLedger {

    /** More than any review leaves; a whole log is no submission. */
    private static final int MOST_ENTRIES = 100_000;

    private CompareLedger() {
    }

    public static ExitCode compare(List<String> arguments, Surroundings surroundings) throws Usage, IOException {
        Options options = Options.parse(arguments, Set.of("--json"), Set.of("--run"));
        if (options.words().size() != 2) {
            throw new Usage("this takes two files: an export of one submission, and its run's wandb-history.jsonl");
        }
        Path export = file(options.words().getFirst());
        Path history = file(options.words().getLast());
        Output output = new Output(surroundings.out(), surroundings.notes());
        try (InputStream in = Files.newInputStream(history)) {
            List<Entry> entries = ExportedEntries.of(() -> Files.newInputStream(export), MOST_ENTRIES);
            Set<String> ids = Optional.ofNullable(options.values().get("--run")).map(Set::of).orElse(Set.of());
            RunSide run = History.read(ids, in);
            List<Difference> found = Comparison.of(entries.stream().map(Leaf::of).toList(), run);
            tell(output, options.has("--json"), entries.size(), run, found);
            return found.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
        } catch (NotAnExport refused) {
            return refuse(output, options.has("--json"), "the first file is no export of the ledger: " + refused.why());
        } catch (NotAHistory refused) {
            return refuse(output, options.has("--json"), "the second file is no history of a run: " + refused.getMessage());
        }
    }

    /** What cannot be compared is not equal. */
    private static ExitCode refuse(Output output, boolean json, String why) {
        if (json) {
            output.json(JsonNodeFactory.instance.objectNode().put("equal", false).put("refused", why));
        } else {
            output.line("NOT EQUAL: %s", why);
        }
        return ExitCode.REJECTED;
    }

    private static Path file(String name) throws NoSuchFileException {
        if (!Files.isRegularFile(Path.of(name))) {
            throw new NoSuchFileException(name);
        }
        return Path.of(name);
    }

    private static void tell(Output output, boolean json, int entries, RunSide run, List<Difference> found) {
        if (json) {
            ObjectNode told = JsonNodeFactory.instance.objectNode().put("equal", found.isEmpty()).put("entries", entries)
                    .put("rows", run.rows().size());
            var differences = told.putArray("differences");
            found.forEach(each -> differences.addObject().put("index", each.index() < 0 ? null : (Long) each.index())
                    .put("code", each.code()).put("text", each.text()));
            output.json(told);
        } else {
            output.line("%s  entries %s, rows %s", found.isEmpty() ? "EQUAL" : "NOT EQUAL: differences " + found.size(),
                    entries,
                    run.rows().size());
            found.forEach(each -> output.line("  %s  %s", each.code(), each.text()));
        }
    }
}
