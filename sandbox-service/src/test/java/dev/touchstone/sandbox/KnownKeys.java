package dev.touchstone.sandbox;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.testing.TestKeys;
import io.quarkus.test.Mock;

/** Stands for submission-service, which knows keys and members. */
@Mock
@ApplicationScoped
class KnownKeys extends TestKeys {
}
