package dev.touchstone.review.ledger;

import static dev.touchstone.review.KnownKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.Stage;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.events.testing.TestKeys;
import dev.touchstone.review.Reviews;
import dev.touchstone.review.Tables;
import dev.touchstone.review.Talk;
import dev.touchstone.review.ledger.note.Checkpoint;
import dev.touchstone.review.ledger.note.Note;
import dev.touchstone.review.ledger.note.NoteKey;
import dev.touchstone.review.ledger.note.Notes;
import dev.touchstone.review.ledger.note.Notes.Verification.Verified;
import dev.touchstone.review.ledger.tree.Hash;
import dev.touchstone.review.ledger.tree.Proofs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** As somebody who trusts nobody: every head and proof is checked with the pure functions alone. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class CheckpointsTest {

    @Inject
    Talk talk;

    @Inject
    Tables tables;

    @Inject
    LedgerTree tree;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Clock clock;

    @Test
    void theHeadIsASignedNoteThatTheKeyVerifies() {
        // Given
        talk.tell(threeEntries());
        NoteKey key = NoteKey.parse(get("key").strip());
        // When
        Note note = Note.parse(get("checkpoint"));
        // Then
        assertEquals(new Verified(List.of(key)), Notes.verify(note, List.of(key)));
        Checkpoint head = Checkpoint.parse(note.text());
        assertEquals("localhost/touchstone-development", head.origin());
        assertTrue(head.size() >= 3 && head.size() <= tables.count("select count(*) from ledger_entry"));
    }

    @Test
    void aHeadAsJsonSaysWhatTheNoteSaysAndThatItsKeyIsEverybodys() {
        // Given
        talk.tell(threeEntries());
        // When
        var answer = as(TestKeys.AUDITOR).accept("application/json").get("/review/ledger/checkpoint").then().statusCode(200)
                .body("development", equalTo(true)).extract().jsonPath();
        // Then
        Checkpoint head = Checkpoint.parse(Note.parse(answer.getString("note")).text());
        assertEquals(head, new Checkpoint(answer.getString("origin"), answer.getLong("size"),
                new Hash(answer.getString("rootHash"))));
        as(TestKeys.AUDITOR).accept("application/json").get("/review/ledger/key").then().statusCode(200)
                .body("key", equalTo(answer.getString("key"))).body("development", equalTo(true))
                .body("used.key", hasItem(answer.getString("key")));
    }

    @Test
    void aHeadThatWasKeptIsGivenAgainAndTheLedgerIsProvedToHaveGrownFromIt() {
        // Given
        talk.tell(threeEntries());
        String kept = get("checkpoint");
        Checkpoint before = head(kept);
        talk.tell(threeEntries());
        // When
        Checkpoint now = head(get("checkpoint"));
        // Then
        assertTrue(now.size() > before.size());
        assertEquals(kept, get("checkpoint?size=" + before.size()));
        JsonPath proof = as(TestKeys.AUDITOR).get("/review/ledger/proof/consistency?from={from}&to={to}", before.size(),
                now.size()).then().statusCode(200).body("fromRootHash", equalTo(before.rootHash().hex())).extract().jsonPath();
        assertTrue(Proofs.isConsistent(before.size(), before.rootHash(), now.size(), now.rootHash(), path(proof)));
    }

    @Test
    void aSubmitterProvesThatTheOwnEntriesAreInTheLedger() {
        // Given
        Reviews review = threeEntries();
        talk.tell(review);
        Checkpoint head = head(get("checkpoint"));
        JsonPath entries = as(TestKeys.SUBMITTER).get("/review/ledger/" + review.id()).jsonPath();
        for (int i = 0; i < 3; i++) {
            long index = entries.getLong("entries[" + i + "].index");
            // When
            JsonPath proof = as(TestKeys.SUBMITTER).get("/review/ledger/proof/inclusion?index={index}&size={size}", index,
                    head.size()).then().statusCode(200).extract().jsonPath();
            // Then
            Hash leaf = Hash.leaf(entries.getString("entries[" + i + "].entry"));
            assertEquals(leaf.hex(), proof.getString("leafHash"));
            assertTrue(Proofs.includes(leaf, index, head.size(), path(proof), head.rootHash()));
        }
    }

    @Test
    void aSizeThatNobodyAskedForIsNotKept() {
        // Given
        talk.tell(threeEntries());
        long unkept = tables
                .count("select max(size) from generate_series(1, (select count(*) - 1 from ledger_entry)) as s (size) "
                        + "where not exists (select from ledger_checkpoint kept where kept.size = s.size)");
        // Then
        as(TestKeys.AUDITOR).get("/review/ledger/checkpoint?size=" + unkept).then().statusCode(404)
                .body("type", equalTo("urn:touchstone:problem:unknown-checkpoint"));
    }

    @ParameterizedTest
    @CsvSource({ "checkpoint?size=x, /size", "checkpoint?size=-1, /size", "checkpoint?size=999999999, /size",
            "checkpoint?size=99999999999999999999, /size", "checkpoint?size=01, /size",
            "proof/inclusion, /index", "proof/inclusion?index=, /index", "proof/inclusion?index=1.5, /index",
            "proof/inclusion?index=0&size=0, /index", "proof/inclusion?index=0&size=999999999, /size",
            "proof/consistency, /from", "proof/consistency?from=1&to=0, /from",
            "proof/consistency?from=999999999, /from", "proof/consistency?from=0&to=9999999999, /to" })
    void whatTheLedgerDoesNotHaveIsRefusedWithTheParameterAtFault(String request, String pointer) {
        as(TestKeys.SUBMITTER).get("/review/ledger/" + request).then().statusCode(422)
                .contentType(containsString("application/problem+json")).body("violations.pointer", contains(pointer));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        as(TestKeys.REVIEWER).get("/review/ledger/proof/consistency?from=a&to=b").then().statusCode(422)
                .body("violations", hasSize(2));
    }

    @Test
    void whoeverSignsAtTheSameTimeKeepsOneAndTheSameHead() throws Exception {
        // Given
        talk.tell(threeEntries());
        long size = Blocking.inTransaction(tree::size);
        // When
        Set<String> notes;
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<KeptCheckpoint> replica = () -> Blocking.inTransaction(() -> checkpoints.signed(size));
            notes = replicas.invokeAll(Collections.nCopies(8, replica)).stream().map(Future::resultNow)
                    .map(KeptCheckpoint::note).collect(Collectors.toSet());
        }
        // Then
        assertEquals(1, notes.size());
        assertEquals(1, tables.count("select count(*) from ledger_checkpoint where size = ?", size));
    }

    @Test
    void theLedgerIsSignedAlsoWhenNobodyAsks() {
        // Given
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        KeepCheckpoints keep = new KeepCheckpoints(tree, checkpoints, new AtOnce(), clock, meters);
        talk.tell(threeEntries());
        long size = Blocking.inTransaction(tree::size);
        // When
        keep.look();
        // Then
        assertTrue(Blocking.inTransaction(checkpoints::last).orElseThrow().checkpoint().size() >= size);
        assertFalse(meters.get("touchstone.ledger.size").gauge().value() < size);
    }

    /** Whatever grew is due. */
    private record AtOnce() implements LedgerConfig {

        @Override
        public String origin() {
            return "localhost/touchstone";
        }

        @Override
        public Optional<String> signingKey() {
            return Optional.empty();
        }

        @Override
        public int checkpointEvery() {
            return 1000;
        }

        @Override
        public Duration checkpointWithin() {
            return Duration.ZERO;
        }

        @Override
        public Duration lookEvery() {
            return Duration.ofDays(1);
        }
    }

    private static Reviews threeEntries() {
        return new Reviews().passed(Stage.PRECHECK, 1, 1).requested(Stage.SECURITY, 1).gateFailed(Stage.SECURITY, 1);
    }

    private static String get(String what) {
        return as(TestKeys.AUDITOR).get("/review/ledger/" + what).then().statusCode(200)
                .contentType(containsString("text/plain")).extract().asString();
    }

    private static Checkpoint head(String note) {
        return Checkpoint.parse(Note.parse(note).text());
    }

    private static List<Hash> path(JsonPath proof) {
        return proof.getList("path", String.class).stream().map(Hash::new).toList();
    }
}
