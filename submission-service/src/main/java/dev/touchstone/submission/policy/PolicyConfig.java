package dev.touchstone.submission.policy;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Which policy decides first. */
@ConfigMapping(prefix = "touchstone.policy")
interface PolicyConfig {

    /**
     * A JSON document that takes the place of the bundled {@code policy/policy-1.json} at the first start. Once a policy
     * is stored, the database is the truth and this is not read any more.
     */
    Optional<Path> document();
}
