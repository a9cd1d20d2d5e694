package dev.touchstone.telemetry.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.touchstone.events.access.Roles;
import dev.touchstone.telemetry.WandbConfig;
import dev.touchstone.telemetry.evidence.Uploads;
import dev.touchstone.telemetry.wandb.offline.OfflineDirectory;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/**
 * How the runs stand, for those who see every organisation's reviews: a submitter is told of its own by
 * submission-service. Reading only: what is sent, and when, follows from the events.
 */
@Path("/telemetry/runs")
@RolesAllowed({ Roles.OPERATOR, Roles.REVIEWER, Roles.AUDITOR, Roles.SERVICE })
@Tag(name = "runs")
public class RunResource {

    private final Runs runs;
    private final Uploads uploads;
    private final WandbConfig config;

    RunResource(Runs runs, Uploads uploads, WandbConfig config) {
        this.runs = runs;
        this.uploads = uploads;
        this.config = config;
    }

    @GET
    @WithSession
    @Operation(summary = "The newest runs first")
    public Uni<List<RunView>> newest(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return runs.newest(limit).map(found -> found.stream().map(this::view).toList());
    }

    @GET
    @Path("/{submissionId}")
    @WithSession
    @Operation(summary = "The run of a submission")
    public Uni<RunDetail> get(@PathParam("submissionId") UUID submissionId) {
        return runs.find(submissionId).onItem().ifNull().failWith(() -> new NotFoundException("No such run"))
                .flatMap(run -> uploads.of(submissionId).map(found -> new RunDetail(view(run), found)));
    }

    private RunView view(RunRecord run) {
        return RunView.of(run, run.sender.offlineLines == 0 ? Optional.empty() : Optional.of(directory(run)));
    }

    private String directory(RunRecord run) {
        return OfflineDirectory.folder(config.offlineDirectory(), run.submissionId).toString();
    }
}
