package dev.touchstone.submission.identity;

import static org.hamcrest.Matchers.equalTo;

import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.touchstone.submission.ServiceTest;

@ServiceTest
class RefusalsTest {

    static Set<String> types() {
        return Refusals.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aRefusalIsAProblemOfItsType(String type) {
        Objects.requireNonNull(Refusals.ALL.get(type)).get().statusCode(type.startsWith("too-many") ? 429 : 409)
                .contentType("application/problem+json").body("type", equalTo("urn:touchstone:problem:" + type));
    }
}
