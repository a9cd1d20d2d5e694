package dev.touchstone.sandbox.functional;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which model measured: figures of two models cannot be compared.
 *
 * @param digest {@code sha256:} of the model's file
 */
@RegisterForReflection
record ModelId(String name, String digest) {
}
