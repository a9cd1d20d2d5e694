package dev.touchstone.telemetry.weave;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.weave.WeaveTraces;

/** Knows whether there is a Weave to send traces to. */
@ApplicationScoped
class Weave {

    private static final Logger LOG = Logger.getLogger(Weave.class);

    private final Optional<WeaveTraces> traces;

    Weave(WeaveConfig config, WandbConfig wandb, Clock clock) {
        Optional<ApiKey> key = config.apiKey().filter(text -> !text.isBlank()).map(ApiKey::new);
        if (config.endpoint().isPresent() && key.isEmpty()) {
            // No reason not to start: runs are recorded without traces as they are without a key.
            LOG.warn("weave is off: touchstone.weave.endpoint is set, but there is no API key");
        }
        this.traces = config.endpoint().flatMap(endpoint -> key.map(secret -> new WeaveTraces(
                WandbHttp.newClient(wandb.connectTimeout()), endpoint, secret, project(config), config.requestTimeout(),
                clock)));
    }

    /** Empty where traces are not asked for. */
    Optional<WeaveTraces> traces() {
        return traces;
    }

    private static Optional<String> project(WeaveConfig config) {
        return config.entity().flatMap(entity -> config.project().map(project -> entity + "/" + project));
    }
}
