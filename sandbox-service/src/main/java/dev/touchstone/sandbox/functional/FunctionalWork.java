package dev.touchstone.sandbox.functional;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Outcome;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.events.jobs.Work;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Endings;

/** Carries the functional stage out. A card that promises nothing that could be asked for does not pass. */
@ApplicationScoped
public class FunctionalWork implements Work {

    private final ScenarioSources sources;
    private final FunctionalAttempts attempts;
    private final Endings endings;

    FunctionalWork(ScenarioSources sources, FunctionalAttempts attempts, Endings endings) {
        this.sources = sources;
        this.attempts = attempts;
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
        return switch (sources.of(requested.agent().card())) {
            case ScenarioSources.Found.Nothing(String code, String reason) ->
                endings.outcome(request, Ending.couldNotLook(code, reason, false));
            case ScenarioSources.Found.Scenarios found ->
                endings.outcome(request, attempts.carryOut(found, requested.agent(), session), found.files());
        };
    }
}
