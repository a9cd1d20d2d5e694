package dev.touchstone.local.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.ArtifactRef;
import dev.touchstone.events.RecordStatement.LedgerAppended;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;

/** What one review leaves behind besides its events, and whether it can be had: files, suites, and its ledger. */
final class Exhibits {

    /** The same in every run, so that all but the first only use it. */
    static final Map<Stage, String> SUITES = Map.of(Stage.SECURITY, "attacks\n", Stage.FUNCTIONAL, "scenarios\n");

    /** What an event brings, by the type that W&amp;B knows it as, and whether it can be had. */
    private final Map<String, Boolean> had = new TreeMap<>();
    /** W&amp;B's digests of the files that can be had, by what brings them. */
    private final Map<String, List<String>> contents = new TreeMap<>();
    private final RandomGenerator random;
    private final Makers makers;

    Exhibits(RandomGenerator random, Makers makers) {
        this.random = random;
        this.makers = makers;
    }

    /** By {@code event/type}: whether it is an artifact at last, or refused. */
    Map<String, Boolean> had() {
        return had;
    }

    /** By {@code event/type}: the MD5 digests of its files, in Base64. */
    Map<String, List<String>> contents() {
        return contents;
    }

    /** A report, of which a table is made, and a transcript. */
    List<ArtifactRef> of(Stage stage, UUID event) {
        List<ArtifactRef> files = new ArrayList<>();
        boolean all = true;
        for (String name : List.of(stage.key() + "_report.jsonl", "transcript.txt")) {
            Fate fate = Fate.of(random);
            String content = "{\"caseId\":\"" + name + " of " + event + "\",\"exchanges\":[]}\n";
            files.add(makers.keep(name, content, fate));
            contents.computeIfAbsent(event + "/" + stage.key(), ignored -> new ArrayList<>()).add(Digests.wandbs(content));
            all &= fate.isHad();
        }
        had.put(event + "/" + stage.key(), all);
        return files;
    }

    /** The summary of an attempt that was made with the stage's suite, if it has one. */
    ObjectNode summary(Stage stage, UUID event) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode().put("cases", random.nextInt(100));
        String suite = SUITES.get(stage);
        if (suite != null) {
            summary.putArray("suites").addObject().put("name", stage.key()).put("version", "1")
                    .put("digest", makers.keep("suite", suite, Fate.AWAY).digest());
            had.put(event + "/dataset", true);
        }
        return summary;
    }

    /** The ledger of a review that has ended, perhaps more than once. */
    void closeLedger(List<StageEvent> life) {
        Fate fate = Fate.of(random);
        // Nothing but its maker says whether a ledger is the right one.
        Fate kind = fate == Fate.FORGED ? Fate.NEVER : fate;
        String entries = life.stream().filter(event -> event.body() instanceof LedgerAppended).map(Exhibits::entry)
                .collect(Collectors.joining(",", "[", "]"));
        makers.keepLedger(life.getFirst().submissionId(), "[]", entries, kind);
        life.stream().filter(event -> Expected.isEnd(event.body())).forEach(end -> {
            had.put(end.id() + "/ledger", kind.isHad());
            contents.put(end.id() + "/ledger", List.of(Digests.wandbs(entries)));
        });
    }

    private static String entry(StageEvent event) {
        LedgerAppended entry = (LedgerAppended) event.body();
        return "{\"index\":" + entry.index() + ",\"event\":\"" + entry.eventId() + "\"}";
    }
}
