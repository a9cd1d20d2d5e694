package dev.touchstone.sandbox.suite;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** RFC 9457 problems of imports. Their types are stable. */
final class SuiteProblems {

    private SuiteProblems() {
    }

    static HttpProblem malformed(String detail) {
        return problem("malformed-request", 400, "Malformed request").withDetail(detail).build();
    }

    static HttpProblem notFound() {
        return problem("not-found", 404, "There is no such suite").build();
    }

    static HttpProblem taken(String detail) {
        return problem("suite-version-taken", 409, "The suite is taken").withDetail(detail).build();
    }

    static HttpProblem tooLarge() {
        return problem("request-too-large", 413, "Too large")
                .withDetail("The lines of a suite have at most " + SuiteDocument.MOST_BYTES + " bytes.").build();
    }

    static HttpProblem invalid(List<Fault> violations) {
        return problem("invalid-suite", 422, "Invalid suite").with("violations", violations).build();
    }

    private static HttpProblem.Builder problem(String type, int status, String title) {
        return HttpProblem.builder().withType(URI.create("urn:touchstone:problem:" + type)).withTitle(title)
                .withStatus(status);
    }
}
