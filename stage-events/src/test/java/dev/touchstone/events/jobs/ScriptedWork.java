package dev.touchstone.events.jobs;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;

/** Work on security that does what a test says, for its own submission. */
@ApplicationScoped
public class ScriptedWork implements Work {

    private final Map<UUID, Script> scripts = new ConcurrentHashMap<>();

    /** One submission's work. */
    interface Script {

        Outcome run(StageEvent request, Session session) throws Exception;
    }

    void script(UUID submission, Script script) {
        scripts.put(submission, script);
    }

    @Override
    public Stage stage() {
        return Stage.SECURITY;
    }

    @Override
    public Outcome run(StageEvent request, Session session) throws Exception {
        Script script = scripts.get(request.submissionId());
        if (script == null) {
            throw new IllegalStateException("nothing scripted");
        }
        return script.run(request, session);
    }
}
