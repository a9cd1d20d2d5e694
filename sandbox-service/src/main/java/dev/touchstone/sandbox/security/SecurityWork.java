package dev.touchstone.sandbox.security;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.sandbox.attempt.Cards;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Endings;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.suite.CasePool;
import dev.touchstone.sandbox.suite.LoadedPool;
import dev.touchstone.sandbox.suite.Suites;
import io.quarkus.runtime.StartupEvent;

/** Carries the security stage out. Without a usable suite the gate stays closed. */
@ApplicationScoped
public class SecurityWork implements Work {

    private static final Logger LOG = Logger.getLogger(SecurityWork.class);

    private final SecurityConfig config;
    private final Suites suites;
    private final Cards cards;
    private final SecurityAttempts attempts;
    private final Endings endings;

    SecurityWork(SecurityConfig config, Suites suites, Cards cards, SecurityAttempts attempts, Endings endings) {
        this.config = config;
        this.suites = suites;
        this.cards = cards;
        this.attempts = attempts;
        this.endings = endings;
    }

    void warnOfKnownSeed(@Observes StartupEvent event) {
        if (config.samplingSeed().equals(SecurityConfig.DEVELOPMENT_SEED)) {
            LOG.warn("samples can be foreseen: touchstone.security.sampling-seed is the development default");
        }
    }

    @Override
    public Stage stage() {
        return Stage.SECURITY;
    }

    @Override
    public Outcome run(StageEvent request, Session session) throws IOException, InterruptedException {
        if (!(request.body() instanceof Requested requested)) {
            throw new IllegalStateException("A job begins with a request");
        }
        return switch (suites.pool(config.suites())) {
            case LoadedPool.Unusable(String reason) ->
                endings.outcome(request, Ending.couldNotLook("suite_unusable", reason, false));
            case LoadedPool.Usable(CasePool pool, List<Report> files) ->
                endings.outcome(request, carryOut(pool, requested.agent(), request, session), files);
        };
    }

    private Ending carryOut(CasePool pool, AgentTarget agent, StageEvent request, Session session)
            throws IOException, InterruptedException {
        return switch (cards.fetch(agent.card())) {
            case Cards.Fetched.Unusable(String reason) -> Ending.couldNotLook("card_unusable", reason, false);
            case Cards.Fetched.Card(JsonNode card) ->
                attempts.carryOut(pool, CardProfile.of(card), request, agent, session);
        };
    }
}
