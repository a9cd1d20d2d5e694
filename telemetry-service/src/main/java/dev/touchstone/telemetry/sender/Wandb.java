package dev.touchstone.telemetry.sender;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.sender.ProjectPace.Project;
import dev.touchstone.telemetry.wandb.ApiKey;
import dev.touchstone.telemetry.wandb.Credential;
import dev.touchstone.telemetry.wandb.IdentityToken;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;

/** Knows which runs may be sent, and where to. */
@ApplicationScoped
class Wandb {

    private final Addresses addresses;
    private final Optional<WandbServer> server;

    Wandb(WandbConfig config, Presence presence, Clock clock) {
        this.addresses = Addresses.of(config.baseUrl(), config.apiUrl());
        this.server = credential(config).map(credential -> {
            WandbHttp http = new WandbHttp(WandbHttp.newClient(config.connectTimeout()), addresses.api(), credential,
                    config.requestTimeout(), clock);
            return new WandbServer(new WandbApi(http), new FileStream(http), presence);
        });
    }

    /**
     * @throws IllegalStateException if there are two, of which nobody could say which one counts
     */
    private static Optional<Credential> credential(WandbConfig config) {
        Optional<Credential> key = config.apiKey().filter(text -> !text.isBlank()).map(ApiKey::new);
        Optional<Credential> identity = config.identityTokenFile().map(IdentityToken::new);
        if (key.isPresent() && identity.isPresent()) {
            throw new IllegalStateException("touchstone.wandb.api-key and touchstone.wandb.identity-token-file exclude "
                    + "each other: set one of them");
        }
        return key.or(() -> identity);
    }

    /** Empty where the run must be kept offline. */
    Optional<WandbServer> serverOf(WandbRun run) {
        return addresses.include(run) ? server : Optional.empty();
    }

    /** Empty where there is no key. */
    Optional<WandbServer> server() {
        return server;
    }

    /** Whose pace a run of this entity and project must keep. */
    Project project(String entity, String project) {
        return new Project(addresses.api().toString(), entity, project);
    }

    boolean hasKey() {
        return server.isPresent();
    }

    /** Why there is no server for the run. */
    Absence whyOffline(WandbRun run) {
        return addresses.include(run) ? Absence.NO_KEY : Absence.OTHER_SERVER;
    }
}
