package dev.touchstone.review.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.Cases;
import dev.touchstone.review.ledger.RunRows.Answer;
import dev.touchstone.review.ledger.check.Entry;
import dev.touchstone.review.ledger.compare.Comparison;
import dev.touchstone.review.ledger.compare.Leaf;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Whether the ledger and the review's W&amp;B run say the same. */
@Path("/review/ledger/{submissionId}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class ComparisonResource {

    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Ledger ledger;
    private final Cases cases;
    private final RunRows runs;
    private final Callers callers;

    ComparisonResource(Ledger ledger, Cases cases, RunRows runs, Callers callers) {
        this.ledger = ledger;
        this.cases = cases;
        this.runs = runs;
        this.callers = callers;
    }

    /**
     * @param equal whether there is no difference; null where nobody can know: without a difference among rows that were not
     *        read back, or of which some were not sent yet
     * @param rows what the run says
     */
    @RegisterForReflection
    record Compared(UUID submissionId, @Schema(nullable = true) @Nullable Boolean equal, int entries, Rows rows,
            List<Difference> differences) {

        Compared {
            differences = List.copyOf(differences);
        }
    }

    /**
     * @param source {@code wandb}: read back from W&amp;B; {@code recorded}: as telemetry-service recorded them
     * @param reason why they could not be read back; null where they were
     * @param waiting how many of them W&amp;B was not sent yet
     */
    @RegisterForReflection
    record Rows(int count, String source, @Nullable String reason, int waiting) {
    }

    /**
     * @param index of the entry; null where a row names none
     * @param code a stable word
     */
    @RegisterForReflection
    record Difference(@Nullable Long index, String code, String text) {

        static Difference of(dev.touchstone.review.ledger.compare.Difference found) {
            return new Difference(found.index() < 0 ? null : found.index(), found.code(), found.text());
        }
    }

    @GET
    @Operation(summary = "Compares the entries of a submission with the rows of its W&B run and names every difference", description = """
            `equal` is null where there is no difference, but the rows were not read back or some were not sent yet.
            An entry that was appended a moment ago may not have its row yet; asked again, it has.""")
    @APIResponse(responseCode = "404", description = "There is no such submission, or no run of it yet")
    @APIResponse(responseCode = "503", description = "telemetry-service cannot be asked")
    public Uni<Compared> compare(@PathParam("submissionId") UUID submissionId) {
        Sight sight = Sight.of(callers.current());
        return Panache.withSession(() -> cases.find(submissionId, sight)
                .map(known -> known.orElseThrow(Problems::unknownSubmission)).chain(() -> ledger.of(submissionId)))
                .flatMap(before -> runs.of(submissionId).map(ComparisonResource::told)
                        .flatMap(run -> Panache.withSession(() -> ledger.of(submissionId))
                                .map(now -> compared(submissionId, settled(before, now, run), run))));
    }

    /** What was appended while the run was asked counts where the run told of it already: its row may be on the way. */
    private static List<Entry> settled(List<Entry> before, List<Entry> now, Answer.Rows run) {
        Set<Long> told = new HashSet<>();
        before.forEach(entry -> told.add(entry.index()));
        run.run().rows().forEach(row -> told.add(row.index() == null ? -1L : row.index()));
        return now.stream().filter(entry -> told.contains(entry.index())).toList();
    }

    private static Answer.Rows told(Answer answer) {
        return switch (answer) {
            case Answer.Rows rows -> rows;
            case Answer.None ignored -> throw Problems.of(NOT_FOUND, "no-run", "There is no W&B run yet")
                    .withDetail("Nothing was recorded of this submission's run").build();
            case Answer.Away ignored -> throw Problems.of(UNAVAILABLE, "telemetry-away", "The run cannot be asked now")
                    .withDetail("The service that keeps it does not answer; try again later").build();
        };
    }

    private static Compared compared(UUID submissionId, List<Entry> entries, Answer.Rows run) {
        List<Difference> differences = Comparison.of(entries.stream().map(Leaf::of).toList(), run.run()).stream()
                .map(Difference::of).toList();
        Boolean withoutDifference = run.isWhole() ? Boolean.TRUE : null;
        return new Compared(submissionId, differences.isEmpty() ? withoutDifference : Boolean.FALSE, entries.size(),
                new Rows(run.run().rows().size(), run.source(), run.reason(), run.waiting()), differences);
    }
}
