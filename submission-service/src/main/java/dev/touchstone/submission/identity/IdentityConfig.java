package dev.touchstone.submission.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;

/** Whom the service knows before anybody could tell it. Public, as what validates a map of groups asks for it. */
@ConfigMapping(prefix = "touchstone.identity")
public interface IdentityConfig {

    /** Keys that are in force as long as they are configured, by name; so that there is a first operator. */
    Map<String, Bootstrap> bootstrap();

    /** A key and what it may do. */
    interface Bootstrap {

        /** The secret; by the environment only. */
        @Pattern(regexp = "ts_[A-Za-z0-9_-]{32,128}", message = "must begin with ts_ and have at least 32 characters more")
        String key();

        /** Created where there is none of this id. */
        @Pattern(regexp = Organization.FORM)
        String organization();

        /** Of the key, as events name an actor; the key's name in the configuration where absent. */
        Optional<String> name();

        @NotEmpty
        Set<@Pattern(regexp = "(submitter|reviewer|operator|auditor)(:read)?") String> roles();
    }
}
