package dev.touchstone.sandbox.functional;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.sandbox.AgentClient;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Endings;

/** Carries the functional stage out. A card that promises nothing that could be asked for does not pass. */
@ApplicationScoped
public class FunctionalWork implements Work {

    private final FunctionalConfig config;
    private final Cards cards;
    private final Embeddings embeddings;
    private final AgentClient client;
    private final Endings endings;

    FunctionalWork(FunctionalConfig config, Cards cards, Embeddings embeddings, AgentClient client, Endings endings) {
        this.config = config;
        this.cards = cards;
        this.embeddings = embeddings;
        this.client = client;
        this.endings = endings;
    }

    @Override
    public Stage stage() {
        return Stage.FUNCTIONAL;
    }

    @Override
    public Outcome run(StageEvent request, Session session) throws IOException, InterruptedException {
        if (!(request.body() instanceof Requested requested)) {
            throw new IllegalStateException("A job begins with a request");
        }
        Ending ending = switch (cards.fetch(requested.agent().card())) {
            case Cards.Fetched.Unusable(String reason) -> Ending.couldNotLook("card_unusable", reason, false);
            case Cards.Fetched.Card(JsonNode card) -> carryOut(card, requested.agent(), session);
        };
        return endings.outcome(request, ending);
    }

    private Ending carryOut(JsonNode card, AgentTarget agent, Session session) throws InterruptedException {
        List<Scenario> scenarios = CardScenarios.of(card, config.maxScenarios());
        return scenarios.isEmpty()
                ? Ending.couldNotLook("no_scenarios", "The card names no skill and no use case that could be tried.", false)
                : new FunctionalRun(scenarios, config, embeddings, client, session).carryOut(agent);
    }
}
