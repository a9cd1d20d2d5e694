package dev.touchstone.review.record;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;

/** No test restores a database but those that say so. */
@Mock
@ApplicationScoped
class SetRestore implements RestoreConfig {

    private volatile Optional<Instant> until = Optional.empty();

    void until(Optional<Instant> moment) {
        until = moment;
    }

    @Override
    public Optional<Instant> until() {
        return until;
    }
}
