package dev.touchstone.review;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The problem documents of this service (RFC 9457). Their types are stable; their texts are for people. */
public final class Problems {

    private static final String TYPES = "urn:touchstone:problem:";
    private static final int UNPROCESSABLE = 422;

    private Problems() {
    }

    /**
     * One fault of a request.
     *
     * @param pointer JSON pointer (RFC 6901) to the member at fault
     */
    @RegisterForReflection
    public record Violation(String pointer, String detail) {
    }

    public static HttpProblem.Builder of(int status, String type, String title) {
        return HttpProblem.builder().withType(URI.create(TYPES + type)).withTitle(title).withStatus(status);
    }

    /** All that is wrong, at once. */
    public static HttpProblem invalid(List<Violation> violations) {
        return of(UNPROCESSABLE, "invalid-request", "The request is not valid").with("violations", violations).build();
    }

    /** Also what somebody is told who may not know of it. */
    public static HttpProblem unknownSubmission() {
        return of(404, "unknown-submission", "There is no such submission")
                .withDetail("No event of a submission with this id has been seen, or it is none of yours").build();
    }
}
