package dev.touchstone.telemetry.sender;

import java.net.URI;
import java.util.Optional;

import dev.touchstone.events.WandbRun;

/**
 * Where the operator's W&amp;B is. A run names its W&amp;B, and whoever submits an agent may choose it: the operator's
 * key must go to the operator's W&amp;B only, wherever a run says that it lives.
 *
 * @param app the web application
 * @param api its API
 */
record Addresses(URI app, URI api) {

    private static final URI CLOUD = URI.create("https://wandb.ai");
    private static final URI CLOUD_API = URI.create("https://api.wandb.ai");

    static Addresses of(URI app, Optional<URI> api) {
        URI named = plain(api.orElse(app));
        // The application's address is easily taken for the API's, which it is not in the cloud.
        return new Addresses(plain(app), named.equals(CLOUD) ? CLOUD_API : named);
    }

    /** A server of one's own often has both under one address, so a run may name either. */
    boolean include(WandbRun run) {
        return run.baseUrl().equals(app) || run.baseUrl().equals(api);
    }

    /** In the one spelling that a run has it in. The events have the rule for it, and a second one could differ. */
    private static URI plain(URI uri) {
        return new WandbRun("operator", "any", "any", uri).baseUrl();
    }
}
