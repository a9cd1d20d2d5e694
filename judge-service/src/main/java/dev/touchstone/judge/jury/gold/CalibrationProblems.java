package dev.touchstone.judge.jury.gold;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The RFC 9457 problems of calibrations. Their types are stable. */
final class CalibrationProblems {

    private CalibrationProblems() {
    }

    static HttpProblem malformed() {
        return problem("malformed-request", 400, "Malformed request")
                .withDetail("The body is empty or a JSON object in UTF-8.").build();
    }

    static HttpProblem unknown() {
        return problem("not-found", 404, "There is no such calibration").build();
    }

    static HttpProblem running() {
        return problem("calibration-running", 409, "A calibration is running")
                .withDetail("One runs at a time; GET /calibrations tells which.").build();
    }

    static HttpProblem tooLarge(int most) {
        return problem("request-too-large", 413, "Too large").withDetail("The body has at most " + most + " bytes.").build();
    }

    static HttpProblem invalid(List<CalibrationWish.Violation> violations) {
        return problem("invalid-calibration", 422, "Invalid calibration").with("violations", violations).build();
    }

    private static HttpProblem.Builder problem(String type, int status, String title) {
        return HttpProblem.builder().withType(URI.create("urn:touchstone:problem:" + type)).withStatus(status)
                .withTitle(title);
    }
}
