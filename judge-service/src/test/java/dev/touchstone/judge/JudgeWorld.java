package dev.touchstone.judge;

import static java.util.Map.entry;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Starts the doubles of the services around the judge, and points the service to them. */
public class JudgeWorld implements QuarkusTestResourceLifecycleManager {

    private final ScriptedHost host = new ScriptedHost();

    @Override
    public Map<String, String> start() {
        String url = host.start();
        return Map.ofEntries(entry("touchstone.services.sandbox-url", url),
                entry("touchstone.judge.llm.jurors.model.base-url", url + "/v1"),
                entry("touchstone.judge.llm.jurors.model.model", "honest"),
                entry("touchstone.judge.llm.jurors.model.api-key", "the-key"),
                entry("touchstone.judge.llm.jurors.model.calls-per-minute", "100000"),
                // The name of a model is what it does.
                entry("touchstone.judge.llm.allowed-models", "*"),
                // Tests count what the host is asked.
                entry("touchstone.judge.llm.cache.enabled", "false"),
                entry("touchstone.judge.llm.tries", "2"),
                entry("touchstone.judge.llm.retry-wait", "10MS"),
                entry("touchstone.judge.llm.timeout", "700MS"),
                entry("touchstone.judge.llm.reply-bytes", "65536"),
                entry("touchstone.delivery.retry-wait", "50MS"),
                entry("touchstone.delivery.poll-interval", "1S"));
    }

    @Override
    public void stop() {
        host.stop();
    }
}
