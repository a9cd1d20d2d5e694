package dev.touchstone.submission;

import org.jspecify.annotations.Nullable;

/** A request that says nothing but why: <code>{"reason": "..."}</code>. */
public final class Reason {

    public static final int LONGEST = 1000;

    private static final int MOST_BYTES = 16_384;

    private Reason() {
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400, 413 or 422
     */
    public static String read(byte @Nullable [] body) {
        Violations violations = new Violations();
        Members members = Members.of(StrictJson.request(body, MOST_BYTES), "", violations);
        String reason = members.requiredText("reason", LONGEST).orElse("");
        members.refuseOthers();
        if (!violations.isEmpty()) {
            throw Problems.invalidRequest(violations.all());
        }
        return reason;
    }
}
