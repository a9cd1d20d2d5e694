package dev.touchstone.submission.policy;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Which policy decides. */
@ConfigMapping(prefix = "touchstone.policy")
interface PolicyConfig {

    /** A JSON document in the form of the bundled {@code policy/policy-1.json}, which decides where none is named. */
    Optional<Path> document();
}
