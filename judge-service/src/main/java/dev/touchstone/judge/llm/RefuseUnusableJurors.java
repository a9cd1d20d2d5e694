package dev.touchstone.judge.llm;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Lets no service start that would sit without a juror that its operator believes in. */
@ApplicationScoped
class RefuseUnusableJurors {

    private final LlmConfig config;

    RefuseUnusableJurors(LlmConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        List<String> problems = JurorRules.problems(config);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("touchstone.judge.llm: " + String.join("; ", problems));
        }
    }
}
