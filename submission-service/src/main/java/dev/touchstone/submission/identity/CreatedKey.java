package dev.touchstone.submission.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A key at the only time that it is shown whole.
 *
 * @param secret not kept here
 */
@RegisterForReflection
record CreatedKey(String secret, @JsonUnwrapped KeyView key) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "CreatedKey[" + key.hint() + "]";
    }
}
