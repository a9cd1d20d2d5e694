package dev.touchstone.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.LedgerReport;
import dev.touchstone.local.client.Output;
import dev.touchstone.review.ledger.check.Limits;
import dev.touchstone.review.ledger.check.NotAnExport;
import dev.touchstone.review.ledger.check.Trust;
import dev.touchstone.review.ledger.check.Trust.KeptHead;
import dev.touchstone.review.ledger.check.Verifier;
import dev.touchstone.review.ledger.note.MalformedNote;
import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.tree.Hash;

/** {@code verify-ledger FILE}: checks an export of the ledger. Asks nobody, so it needs no server and no key of the API. */
public final class VerifyLedger {

    /** A million entries take about 300 MB while they are held against one another. */
    private static final Limits LIMITS = new Limits(2_000_000, 100_000);
    private static final int LARGEST_TEXT = 1 << 20;
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private VerifyLedger() {
    }

    public static ExitCode verify(List<String> arguments, Surroundings surroundings) throws Usage, IOException {
        Options options = Options.parse(arguments, Set.of("--json"), Set.of("--key", "--checkpoint", "--head"));
        if (options.words().size() != 1) {
            throw new Usage("this takes one file, as /review/ledger/ID/export gives it");
        }
        Path file = Path.of(options.words().getFirst());
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Trust trust = trust(options);
        LedgerReport report = new LedgerReport(new Output(surroundings.out(), surroundings.notes()), options.has("--json"));
        try {
            return report.of(Verifier.verify(() -> Files.newInputStream(file), trust, LIMITS));
        } catch (NotAnExport refused) {
            return report.refused(refused.why());
        }
    }

    private static Trust trust(Options options) throws Usage, IOException {
        String key = options.values().get("--key");
        String checkpoint = options.values().get("--checkpoint");
        String head = options.values().get("--head");
        return new Trust(key == null ? List.of() : keys(key), checkpoint == null ? List.of() : List.of(text(checkpoint)),
                head == null ? List.of() : List.of(head(head)));
    }

    /** A verifier key, or a file with one in each line. */
    private static List<NoteKey> keys(String given) throws Usage, IOException {
        List<String> texts = given.contains("+") ? List.of(given)
                : text(given).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        try {
            List<NoteKey> keys = texts.stream().map(NoteKey::parse).toList();
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (MalformedNote malformed) {
            throw new Usage("--key takes a verifier key, name+hash+key, or a file of them: " + message(malformed));
        }
        // None at all would mean: trust the key in the file.
        throw new Usage("there is no key in " + given);
    }

    private static KeptHead head(String given) throws Usage {
        Matcher head = HEAD.matcher(given);
        if (!head.matches()) {
            throw new Usage("--head takes an entry's index and leaf hash, as 17:0a1b…");
        }
        return new KeptHead(Long.parseLong(head.group(1)), new Hash(head.group(2)));
    }

    private static String text(String file) throws Usage, IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw new Usage(file + " is too large for a key or a checkpoint");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static @Nullable String message(MalformedNote malformed) {
        return malformed.getMessage();
    }
}
