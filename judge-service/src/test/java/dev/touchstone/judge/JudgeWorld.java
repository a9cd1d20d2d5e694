package dev.touchstone.judge;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Starts the doubles of the services around the judge, and points the service to them. */
public class JudgeWorld implements QuarkusTestResourceLifecycleManager {

    private final ScriptedHost host = new ScriptedHost();

    @Override
    public Map<String, String> start() {
        String url = host.start();
        return Map.of("touchstone.services.sandbox-url", url,
                "touchstone.judge.llm.jurors.model.base-url", url + "/v1",
                "touchstone.judge.llm.jurors.model.model", "honest",
                "touchstone.judge.llm.jurors.model.api-key", "the-key",
                "touchstone.judge.llm.tries", "2",
                "touchstone.judge.llm.retry-wait", "10MS",
                "touchstone.judge.llm.timeout", "700MS",
                "touchstone.judge.llm.reply-bytes", "65536",
                "touchstone.delivery.retry-wait", "50MS",
                "touchstone.delivery.poll-interval", "1S");
    }

    @Override
    public void stop() {
        host.stop();
    }
}
