package dev.touchstone.judge.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.judge.JudgeWorld;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = JudgeWorld.class, scope = TestResourceScope.GLOBAL)
class ChatModelsTest {

    @Inject
    ChatModels models;

    @Inject
    LlmConfig config;

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "touchstone.judge.llm.jurors.model.base-url")
    URI baseUrl;

    @Test
    void theConfiguredJurorIsAskedWithItsKey() throws InterruptedException {
        // When
        ModelReply reply = ask(settings(baseUrl), new Spending(config.budget()));
        // Then
        assertInstanceOf(ModelReply.Text.class, reply);
    }

    @Test
    void theKeyGoesToNoOtherAddress() throws InterruptedException {
        // Given
        URI sameHostOtherName = URI.create(baseUrl.toString().replace("127.0.0.1", "localhost"));
        // When
        ModelReply reply = ask(settings(sameHostOtherName), new Spending(config.budget()));
        // Then
        assertEquals(new ModelReply.Unavailable("the model's host answered 401"), reply);
    }

    @Test
    void whatModelsAreAskedIsCountedUntilTheBudgetIsSpent() throws InterruptedException {
        // Given
        double before = calls("text");
        Spending one = new Spending(new Operator.Most(1, 1_000_000, Optional.empty()));
        // When
        List<ModelReply> replies = List.of(ask(settings(baseUrl), one), ask(settings(baseUrl), one));
        // Then
        assertEquals(before + 1, calls("text"));
        assertEquals(new ModelReply.Unavailable("the attempt's budget of 1 calls is spent"), replies.getLast());
    }

    private double calls(String outcome) {
        return registry.find("touchstone.judge.llm.calls")
                .tags("juror", "model", "outcome", outcome)
                .counters().stream().mapToDouble(Counter::count).sum();
    }

    private ModelReply ask(ModelSettings settings, Spending spending) throws InterruptedException {
        return models.of(settings, spending).ask(Prompted.prompt("?"));
    }

    private static ModelSettings settings(URI address) {
        return new ModelSettings("model", Provider.OPENAI, address, "honest", 0, 64, false);
    }
}
