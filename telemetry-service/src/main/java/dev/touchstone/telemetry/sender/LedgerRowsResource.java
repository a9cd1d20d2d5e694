package dev.touchstone.telemetry.sender;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.touchstone.events.access.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** What a run says of the ledger, read back from W&amp;B: for who compares it with the ledger itself. */
@Path("/telemetry/runs/{submissionId}/ledger-rows")
@RolesAllowed({ Roles.OPERATOR, Roles.REVIEWER, Roles.AUDITOR, Roles.SERVICE })
@Tag(name = "runs")
public class LedgerRowsResource {

    private final LedgerRowsReading reading;

    LedgerRowsResource(LedgerRowsReading reading) {
        this.reading = reading;
    }

    @GET
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The rows about ledger entries, as W&B has them", description = """
            What W&B was sent is read back from W&B, what waits is as it is recorded here (`sent` false). Where W&B cannot be \
            read, `source` is `recorded` and `reason` says why.""")
    @APIResponse(responseCode = "404", description = "There is no such run")
    public LedgerRows get(@PathParam("submissionId") UUID submissionId) throws InterruptedException {
        return reading.of(submissionId).orElseThrow(() -> new NotFoundException("No such run"));
    }
}
