package dev.touchstone.sandbox.egress.relay;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The relay's RFC 9457 problems. Their types are stable. */
final class Problems {

    private static final URI MALFORMED = URI.create("urn:touchstone:problem:malformed-request");
    private static final URI INVALID = URI.create("urn:touchstone:problem:invalid-request");

    private Problems() {
    }

    /** One fault in a request, by JSON pointer. */
    @RegisterForReflection
    record Violation(String pointer, String detail) {
    }

    static HttpProblem malformed() {
        return HttpProblem.builder().withType(MALFORMED).withTitle("Malformed request").withStatus(400)
                .withDetail("The body is a JSON object.").build();
    }

    static HttpProblem invalid(List<Violation> violations) {
        return HttpProblem.builder().withType(INVALID).withTitle("Invalid request").withStatus(422)
                .with("violations", violations).build();
    }
}
