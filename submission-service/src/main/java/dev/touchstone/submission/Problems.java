package dev.touchstone.submission;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusals of this service as RFC 9457 problem documents. A type is stable; clients may branch on it. */
public final class Problems {

    private static final String TYPES = "urn:touchstone:problem:";

    private Problems() {
    }

    public static URI type(String name) {
        return URI.create(TYPES + name);
    }

    public static HttpProblem malformedJson(String detail) {
        return problem("malformed-json", 400, "The request is not JSON").withDetail(detail).build();
    }

    public static HttpProblem malformedParameter(String detail) {
        return problem("malformed-parameter", 400, "A parameter is malformed").withDetail(detail).build();
    }

    public static HttpProblem notFound(String what) {
        return problem("not-found", 404, "There is no such " + what).build();
    }

    public static HttpProblem keyReused() {
        return problem("idempotency-key-reused", 409, "The Idempotency-Key belongs to another request")
                .withDetail("A request with the same key had another body. Use a new key for a new submission.").build();
    }

    public static HttpProblem runTaken() {
        return problem("wandb-run-taken", 409, "The W&B run belongs to another submission")
                .with("violations",
                        List.of(new Violation("/telemetry/wandb/runId", "is the run of another submission; choose another")))
                .build();
    }

    public static HttpProblem tooLarge(long most) {
        return problem("request-too-large", 413, "The request is too large")
                .withDetail("A submission may have at most " + most + " bytes.").build();
    }

    public static HttpProblem invalid(List<Violation> violations) {
        return problem("invalid-submission", 422, "The submission is not valid").with("violations", violations).build();
    }

    private static HttpProblem.Builder problem(String type, int status, String title) {
        return HttpProblem.builder().withType(type(type)).withStatus(status).withTitle(title);
    }
}
