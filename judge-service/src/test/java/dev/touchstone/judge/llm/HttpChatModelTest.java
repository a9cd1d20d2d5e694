package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.judge.JudgeWorld;
import dev.touchstone.judge.jury.Exhibits;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.panel.Bench;
import dev.touchstone.judge.jury.panel.Jury;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class HttpChatModelTest {

    @Inject
    Bench bench;

    @Inject
    ChatModels models;

    @ConfigProperty(name = "touchstone.judge.llm.jurors.model.base-url")
    URI baseUrl;

    @ParameterizedTest
    @CsvSource({ "honest, 91.4", "malformed-once, 91.4", "wrong-total, 94.0", "zero, 0.0", "busy, 91.4" })
    void aUsableReplyIsAVote(String model, double total) throws InterruptedException {
        // When
        Opinion.Scored opinion = assertInstanceOf(Opinion.Scored.class, judgedBy(model));
        // Then
        assertEquals(Optional.of(total), opinion.scores().total());
        assertEquals("served-1", opinion.samples().getFirst().servedBy());
    }

    @ParameterizedTest
    @CsvSource({ "malformed, the reply must be one JSON object and nothing else",
            "out-of-range, taskCompletion must be 0 to 40",
            "no-json, the host's answer is not JSON", "failing, the model's host answered 500",
            "very-busy, the model's host answered 429", "unknown, the model's host answered 404",
            "huge, the host's answer is larger than what is read", "huge-error, the model's host answered 404",
            "slow, the model's host did not answer in time or cannot be reached" })
    void anythingElseIsAnAbstention(String model, String reason) throws InterruptedException {
        // When
        Opinion.Abstained opinion = assertInstanceOf(Opinion.Abstained.class, judgedBy(model));
        // Then
        assertEquals("No usable assessment in the phase plan: " + reason + ".", opinion.reason());
    }

    @Test
    void aHostThatIsNotThereIsAReplyAsWell() throws InterruptedException {
        // Given
        ModelSettings nowhere = new ModelSettings("model", Provider.OPENAI, URI.create("http://127.0.0.1:1"), "honest", 0, 64,
                false);
        // When
        ModelReply reply = models.of(nowhere).ask(new ChatPrompt(List.of(ChatMessage.user("?")), "ruling", "{}"));
        // Then
        assertInstanceOf(ModelReply.Unavailable.class, reply);
    }

    @Test
    void anAddressThatCannotBeCalledIsAReplyAsWell() throws InterruptedException {
        // Given
        ModelSettings misspelt = new ModelSettings("model", Provider.OPENAI, URI.create("localhost:1/v1"), "honest", 0, 64,
                false);
        // When
        ModelReply reply = models.of(misspelt).ask(new ChatPrompt(List.of(ChatMessage.user("?")), "ruling", "{}"));
        // Then
        assertInstanceOf(ModelReply.Unavailable.class, reply);
    }

    @Test
    void theKeyGoesToNoOtherAddress() throws InterruptedException {
        // Given
        URI sameHostOtherName = URI.create(baseUrl.toString().replace("127.0.0.1", "localhost"));
        // When
        ModelReply reply = models.of(new ModelSettings("model", Provider.OPENAI, sameHostOtherName, "honest", 0, 64, false))
                .ask(new ChatPrompt(List.of(ChatMessage.user("?")), "ruling", "{}"));
        // Then
        assertEquals(new ModelReply.Unavailable("the model's host answered 401"), reply);
    }

    private Opinion judgedBy(String model) throws InterruptedException {
        Jury jury = bench.seat(new LlmSettings(true, null, model, null, null, null, null));
        return jury.jurors().getLast().judge(Exhibits.of(Exhibits.TRIP, "Day 1: Gion. Day 2: Arashiyama."));
    }
}
