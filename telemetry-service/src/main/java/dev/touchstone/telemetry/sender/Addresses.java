package dev.touchstone.telemetry.sender;

import java.net.URI;
import java.util.Optional;

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
        URI named = api.orElse(app);
        // The application's address is easily taken for the API's, which it is not in the cloud.
        return new Addresses(app, plain(named).equals(plain(CLOUD)) ? CLOUD_API : named);
    }

    /** A server of one's own often has both under one address, so a run may name either. */
    boolean include(URI baseUrl) {
        return plain(baseUrl).equals(plain(app)) || plain(baseUrl).equals(plain(api));
    }

    private static String plain(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }
}
