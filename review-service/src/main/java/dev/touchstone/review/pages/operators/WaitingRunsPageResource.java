package dev.touchstone.review.pages.operators;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.RecordStatement.RunState;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Ids;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.WaitingRuns;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.RunShaping;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** The page of W&amp;B runs that wait. */
@Path("/runs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
class WaitingRunsPageResource {

    private static final int OK = 200;
    private static final int SHOWN = 50;

    private final WaitingRuns runs;
    private final Answering answering;
    private final Callers callers;

    WaitingRunsPageResource(WaitingRuns runs, Answering answering, Callers callers) {
        this.runs = runs;
        this.answering = answering;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> list(@QueryParam("state") @DefaultValue("") String state,
            @QueryParam("before") @DefaultValue("") String before) {
        RunState wanted = Stream.of(RunState.OFFLINE, RunState.CATCHING_UP).filter(known -> known.key().equals(state))
                .findFirst()
                .orElse(null);
        UUID behind = Ids.parse(before).orElse(null);
        String path = "/runs" + (wanted == null ? "" : "?state=" + wanted.key());
        Frame frame = answering.frame(path, callers.current());
        return runs.list(wanted, behind, SHOWN + 1)
                .flatMap(found -> runs.count(wanted).map(count -> new RunsPage.View(wanted == null ? "" : wanted.key(),
                        found.stream().limit(SHOWN).map(waiting -> line(waiting, Formats.of(frame.language()))).toList(), count,
                        older(path, found))))
                .flatMap(view -> answering.page(OK, new RunsPage(view, frame), frame));
    }

    private static @Nullable String older(String path, List<WaitingRuns.Waiting> found) {
        return found.size() <= SHOWN ? null
                : path + (path.contains("?") ? "&" : "?") + "before=" + found.get(SHOWN - 1).view().submissionId();
    }

    private static RunsPage.Line line(WaitingRuns.Waiting waiting, Formats formats) {
        return new RunsPage.Line("/submissions/" + waiting.view().submissionId(),
                Shown.of(waiting.view().subject().displayName()), Shown.of(waiting.view().subject().review().revision()),
                RunShaping.shape(waiting.view()), waiting.since() == null ? "" : formats.time(waiting.since()));
    }
}
