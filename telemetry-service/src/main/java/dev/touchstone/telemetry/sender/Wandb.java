package dev.touchstone.telemetry.sender;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;

/**
 * Knows which runs may be sent, and where to. A run names its W&amp;B, and whoever submits an agent may choose it: the
 * operator's key must go to the operator's W&amp;B only, wherever a run says that it lives.
 */
@ApplicationScoped
class Wandb {

    private static final URI CLOUD = URI.create("https://wandb.ai");
    private static final URI CLOUD_API = URI.create("https://api.wandb.ai");

    private final Set<String> bases;
    private final Optional<WandbServer> server;

    Wandb(WandbConfig config, Clock clock) {
        URI api = config.apiUrl().orElseGet(() -> apiOf(config.baseUrl()));
        // A server of one's own often has both under one address, and runs may name either.
        this.bases = new HashSet<>(List.of(plain(config.baseUrl()), plain(api)));
        this.server = config.apiKey().filter(key -> !key.isBlank()).map(ApiKey::new).map(key -> {
            HttpClient client = WandbHttp.newClient(config.connectTimeout());
            WandbHttp http = new WandbHttp(client, api, key, config.requestTimeout(), clock);
            return new WandbServer(new WandbApi(http), new FileStream(http));
        });
    }

    /** Empty where the run must be kept offline. */
    Optional<WandbServer> serverOf(WandbRun run) {
        return bases.contains(plain(run.baseUrl())) ? server : Optional.empty();
    }

    /** For people: why there is no server for the run. */
    String whyOffline(WandbRun run) {
        return bases.contains(plain(run.baseUrl())) ? "no W&B API key is configured"
                : "there is no API key for the W&B that the run names";
    }

    private static URI apiOf(URI base) {
        return plain(base).equals(CLOUD.toString()) ? CLOUD_API : base;
    }

    private static String plain(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }
}
