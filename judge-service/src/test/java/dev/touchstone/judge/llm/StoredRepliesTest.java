package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.judge.JudgeWorld;
import dev.touchstone.judge.jury.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class StoredRepliesTest extends KeptRepliesKit {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final ModelReply.Text REPLY = new ModelReply.Text("{}", "model-1", Tokens.UNKNOWN);
    private static final Operator OPERATOR = Operator.with(Map.of());

    @Inject
    Pool pool;

    @BeforeEach
    void empty() {
        pool.query("delete from model_reply").executeAndAwait();
    }

    @Override
    KeptReplies replies() {
        return at(NOON);
    }

    @Test
    void whatIsTooOldIsNotFoundAndMakesRoomForAnother() {
        // Given
        at(NOON).keep("digest", REPLY);
        StoredReplies later = at(NOON.plus(OPERATOR.cache().keep()));
        ModelReply.Text another = new ModelReply.Text("{\"a\":1}", "model-1", Tokens.UNKNOWN);
        // When
        Optional<ModelReply.Text> found = later.find("digest");
        later.keep("digest", another);
        // Then
        assertEquals(Optional.empty(), found);
        assertEquals(Optional.of(another), later.find("digest"));
    }

    @Test
    void whatIsTooOldOrTooMuchIsForgotten() {
        // Given
        at(NOON.minus(Duration.ofDays(31))).keep("old", REPLY);
        IntStream.rangeClosed(0, OPERATOR.cache().replies())
                .forEach(number -> at(NOON.plusSeconds(number)).keep("digest-" + number, REPLY));
        // When
        at(NOON).forget(NOON);
        // Then
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(REPLY)),
                List.of(at(NOON).find("old"), at(NOON).find("digest-0"), at(NOON).find("digest-1")));
    }

    @Test
    void aFaultOfTheDatabaseIsNoneOfTheAttempts() {
        // Given
        ModelReply.Text unstorable = new ModelReply.Text("\0", "model-1", Tokens.UNKNOWN);
        // When
        at(NOON).keep("digest", unstorable);
        // Then
        assertEquals(Optional.empty(), at(NOON).find("digest"));
    }

    private StoredReplies at(Instant now) {
        return new StoredReplies(pool, OPERATOR, Clock.fixed(now, ZoneOffset.UTC));
    }
}
