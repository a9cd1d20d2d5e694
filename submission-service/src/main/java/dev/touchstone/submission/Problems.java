package dev.touchstone.submission;

import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusals of this service as RFC 9457 problem documents. */
public final class Problems {

    private Problems() {
    }

    /** The beginning of a refusal; a detail says what this one is about, and what can be done. */
    public static HttpProblem.Builder of(ProblemType type) {
        return HttpProblem.builder().withType(type.uri()).withStatus(type.status()).withTitle(type.title());
    }

    public static HttpProblem malformedJson(String detail) {
        return of(ProblemType.MALFORMED_JSON).withDetail(detail).build();
    }

    public static HttpProblem malformedParameter(String detail) {
        return of(ProblemType.MALFORMED_PARAMETER).withDetail(detail).build();
    }

    public static HttpProblem notFound(String what) {
        return of(ProblemType.NOT_FOUND).withTitle("There is no such " + what).build();
    }

    public static HttpProblem keyReused() {
        return of(ProblemType.IDEMPOTENCY_KEY_REUSED)
                .withDetail("A request with the same key had another body. Use a new key for a new submission.").build();
    }

    public static HttpProblem runTaken() {
        return of(ProblemType.WANDB_RUN_TAKEN)
                .with("violations",
                        List.of(new Violation("/telemetry/wandb/runId", "is the run of another submission; choose another")))
                .build();
    }

    public static HttpProblem tooLarge(long most) {
        return of(ProblemType.REQUEST_TOO_LARGE).withDetail("A submission may have at most " + most + " bytes.").build();
    }

    public static HttpProblem invalid(List<Violation> violations) {
        return of(ProblemType.INVALID_SUBMISSION).with("violations", violations).build();
    }

    /** A document other than a submission has faults. */
    public static HttpProblem invalidRequest(List<Violation> violations) {
        return of(ProblemType.INVALID_REQUEST).with("violations", violations).build();
    }
}
