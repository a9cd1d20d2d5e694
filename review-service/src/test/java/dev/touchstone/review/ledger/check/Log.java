package dev.touchstone.review.ledger.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.review.ledger.check.Export.Growth;
import dev.touchstone.review.ledger.check.Export.Item;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.note.NoteSigner;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Tree;

/** A ledger in memory, with a few submissions whose entries take turns. */
final class Log {

    static final String ORIGIN = "touchstone.example/ledger";
    static final NoteSigner SIGNER = NoteSigner.of("touchstone.example/ledger", "an example's key of 32 bytes....".getBytes(
            java.nio.charset.StandardCharsets.UTF_8));
    private static final int SUBMISSIONS = 7;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> lastOf = new HashMap<>();

    static Log of(int size) {
        Log log = new Log();
        while (log.size() < size) {
            log.append(submission(log.size() % SUBMISSIONS), "entry number " + log.size());
        }
        return log;
    }

    static String submission(int number) {
        return new UUID(0x0198_c0de_0000_4000L, 0x8000_0000_0000_0000L + number).toString();
    }

    static NoteKey key() {
        return SIGNER.key();
    }

    Log append(String submission, String reason) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("format", 1).put("index", size()).put("submissionId", submission).put("reason", reason);
        entry.put("previousHash", entries.isEmpty() ? Hashes.NONE : entries.getLast().leafHash());
        entry.put("previousOfSubmission", lastOf.getOrDefault(submission, Hashes.NONE));
        Entry added = Entry.of(size(), CanonicalJson.of(entry.toString()));
        entries.add(added);
        lastOf.put(submission, added.leafHash());
        return this;
    }

    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    List<Hash> leaves() {
        return entries.stream().map(entry -> new Hash(entry.leafHash())).toList();
    }

    /** Signed, as the log stood at this size. */
    String checkpoint(int size) {
        return SIGNER.sign(new Checkpoint(ORIGIN, size, Tree.root(leaves().subList(0, size))).text()).signed();
    }

    List<String> proof(int index) {
        return hex(Tree.inclusion(index, leaves()));
    }

    Growth growth(int from) {
        return new Growth(from, hex(Tree.consistency(from, leaves())));
    }

    ExportFile whole() {
        return range(0, size(), null);
    }

    ExportFile range(int from, int to, @Nullable Growth growth) {
        List<Item> items = new ArrayList<>();
        for (Entry entry : entries.subList(from, to)) {
            items.add(new Item(entry.index(), entry.leafHash(), entry.text(),
                    entry.index() == to - 1 ? proof(to - 1) : null));
        }
        return new ExportFile(new Export(new Export.OfLog(from, to), checkpoint(size()), key().text(), growth), items);
    }

    ExportFile of(String submission) {
        List<Item> items = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.text().contains(submission)) {
                items.add(new Item(entry.index(), entry.leafHash(), entry.text(), proof((int) entry.index())));
            }
        }
        return new ExportFile(new Export(new Export.OfSubmission(submission, items.size(), items.getLast().index()),
                checkpoint(size()), key().text(), null), items);
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
