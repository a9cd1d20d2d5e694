package dev.touchstone.telemetry.sender;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.WandbRun;
import dev.touchstone.telemetry.Standing.Absence;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.evidence.AlertsConfig;
import dev.touchstone.telemetry.evidence.Shelf;
import dev.touchstone.telemetry.evidence.WandbShelf;
import dev.touchstone.telemetry.sender.ProjectPace.Project;
import dev.touchstone.telemetry.wandb.WandbHttp;
import dev.touchstone.telemetry.wandb.api.WandbApi;
import dev.touchstone.telemetry.wandb.filestream.FileStream;
import io.quarkus.runtime.Startup;

/** Knows which runs may be sent, and where to. A key that can be none keeps the service from starting. */
@Startup
@ApplicationScoped
class Wandb {

    private final Addresses addresses;
    private final Optional<WandbServer> server;

    Wandb(WandbConfig config, AlertsConfig alerts, Presence presence, Traffic traffic, Clock clock) {
        this.addresses = Addresses.of(config.baseUrl(), config.apiUrl());
        this.server = Account.of(config).map(credential -> {
            WandbHttp http = new WandbHttp(WandbHttp.newClient(config.connectTimeout()), addresses.api(), credential,
                    config.requestTimeout(), clock).observedBy(traffic);
            Shelf shelf = new WandbShelf(http, addresses.api().toString(), config.requestTimeout(), alerts.waitDuration());
            return new WandbServer(new WandbApi(http), new FileStream(http), shelf, presence);
        });
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
