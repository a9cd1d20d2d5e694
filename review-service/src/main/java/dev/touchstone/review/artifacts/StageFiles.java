package dev.touchstone.review.artifacts;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.artifacts.TrustedAddress;
import io.smallrye.mutiny.Uni;

/** The files that stages left with the services that made them. To be read outside of any database session. */
@ApplicationScoped
public class StageFiles {

    private final ServicesConfig services;
    private final Fetch fetch;

    StageFiles(ServicesConfig services, Fetch fetch) {
        this.services = services;
        this.fetch = fetch;
    }

    /** Empty where the address, which events tell, is not one of the services'. */
    public Optional<Uni<Fetched>> at(URI address, String digest) {
        return TrustedAddress.of(services.all(), address).map(trusted -> fetch.from(trusted, digest));
    }
}
