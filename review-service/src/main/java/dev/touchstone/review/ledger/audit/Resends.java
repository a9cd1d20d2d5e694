package dev.touchstone.review.ledger.audit;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import io.smallrye.mutiny.Uni;

/** Has entries posted again. Works in the caller's transaction; what cannot be done is a problem. */
@ApplicationScoped
class Resends {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Cases cases;
    private final AuditQueue queue;

    Resends(Cases cases, AuditQueue queue) {
        this.cases = cases;
        this.queue = queue;
    }

    /**
     * @param index of one entry; null for all of the submission's
     * @return how many entries are sent again
     */
    Uni<Integer> ask(UUID submissionId, @Nullable Long index, Caller caller) {
        return cases.find(submissionId, Sight.of(caller)).map(view -> view.orElseThrow(Problems::unknownSubmission))
                .invoke(this::requireEndpoint)
                .chain(() -> queue.again(submissionId, Optional.ofNullable(index)))
                .invoke(entries -> requireAny(entries, index));
    }

    private void requireEndpoint() {
        if (!queue.isOn()) {
            throw Problems.of(CONFLICT, "no-audit-endpoint", "There is nobody to send it to")
                    .withDetail("The operator has named no audit endpoint").build();
        }
    }

    private static void requireAny(int entries, @Nullable Long index) {
        if (entries == 0) {
            throw Problems.of(NOT_FOUND, "unknown-entry", "There is no such entry")
                    .withDetail(index == null ? "The submission has no entry yet"
                            : "The submission has no entry " + index)
                    .build();
        }
    }
}
