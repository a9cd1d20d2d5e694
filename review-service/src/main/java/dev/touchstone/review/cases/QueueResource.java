package dev.touchstone.review.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import io.smallrye.mutiny.Uni;

/** The queue, as JSON: filtered, sorted and paged as the page is. */
@Path("/review/queue")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Produces(MediaType.APPLICATION_JSON)
class QueueResource {

    private final Queue queue;
    private final Callers callers;
    private final Clock clock;

    QueueResource(Queue queue, Callers callers, Clock clock) {
        this.queue = queue;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What awaits a decision first, then what runs, then what ended")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words, or how they begin: agent, revision, submission, W&B run")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "A state, or 'ended' for published, rejected and cancelled")
    @Parameter(name = "stage", in = ParameterIn.QUERY, description = "The stage that asks a person")
    @Parameter(name = "reason", in = ParameterIn.QUERY, description = "The kind of reason, as in 'reasons'")
    @Parameter(name = "claimed", in = ParameterIn.QUERY, description = "me, nobody or others")
    @Parameter(name = "overdue", in = ParameterIn.QUERY, description = "true: what waits longer than it should")
    @Parameter(name = "organization", in = ParameterIn.QUERY, description = "Whose submission it is")
    @Parameter(name = "verdict", in = ParameterIn.QUERY, description = "approve, manual, reject or none")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "oldest (what waits is so by default), newest, agent")
    @APIResponse(responseCode = "200", description = "Counts, lines, and 'next' for 'after' where more follow")
    @APIResponse(responseCode = "422", description = "All that is wrong, by parameter")
    public Uni<QueueAnswer> queue(@Context UriInfo address, @QueryParam("after") Optional<String> after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        Caller caller = callers.current();
        QueueFilter.Reading reading = QueueFilter.read(address.getQueryParameters()::getFirst);
        List<Violation> violations = new ArrayList<>(reading.violations());
        Optional<QueuePosition> from = after.flatMap(text -> QueuePosition.read(text, reading.filter()));
        if (after.isPresent() && from.isEmpty()) {
            violations.add(new Violation("/after", "is not what an answer with these filters gave as next"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return lines(reading.filter(), caller, from, limit)
                .flatMap(listed -> queue.counts(reading.filter(), caller).map(counts -> QueueAnswer.of(counts, listed.lines(),
                        listed.next().map(QueuePosition::text).orElse(null), clock.instant())));
    }

    /**
     * Lines of several sections, one after the other.
     *
     * @param last where they end
     * @param more whether something follows that is not here
     */
    private record Listed(List<QueueLine> lines, Optional<QueuePosition> last, boolean more) {

        private static final Listed NOTHING = new Listed(List.of(), Optional.empty(), false);

        Listed and(Queue.Page page) {
            List<QueueLine> all = new ArrayList<>(lines);
            all.addAll(page.lines());
            return new Listed(all, page.last().or(() -> last), page.more());
        }

        Optional<QueuePosition> next() {
            return more ? last : Optional.empty();
        }
    }

    private Uni<Listed> lines(QueueFilter filter, Caller caller, Optional<QueuePosition> from, int limit) {
        Uni<Listed> listed = from.map(position -> queue.page(filter, caller, position, limit).map(Listed.NOTHING::and))
                .orElseGet(() -> Uni.createFrom().item(Listed.NOTHING));
        for (QueueSection section : filter.sections()) {
            if (from.isEmpty() || section.compareTo(from.get().section()) > 0) {
                listed = listed.flatMap(before -> further(filter, caller, section, before, limit));
            }
        }
        return listed;
    }

    /** Where there is no room left, the next answer finds out whether the next section has any lines. */
    private Uni<Listed> further(QueueFilter filter, Caller caller, QueueSection section, Listed before, int limit) {
        int room = limit - before.lines().size();
        return before.more() || room == 0
                ? Uni.createFrom().item(new Listed(before.lines(), before.last(), true))
                : queue.page(filter, caller, section, room).map(before::and);
    }
}
