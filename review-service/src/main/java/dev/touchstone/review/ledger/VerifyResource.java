package dev.touchstone.review.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.access.Roles;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.ledger.check.Limits;
import dev.touchstone.review.ledger.check.NotAnExport;
import dev.touchstone.review.ledger.check.ReportJson;
import dev.touchstone.review.ledger.check.Trust;
import dev.touchstone.review.ledger.check.Verifier;
import dev.touchstone.review.ledger.note.MalformedNote;
import dev.touchstone.review.ledger.note.NoteKey;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Checks an export that somebody holds, with the keys of this service and those that the caller names. */
@Path("/review/ledger/verify")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class VerifyResource {

    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;
    private static final Limits LIMITS = new Limits(100_000, 1_000);
    /** Each holds a body in memory: the rest wait unread. */
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final Checkpoints checkpoints;
    private final LedgerKey key;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    VerifyResource(Checkpoints checkpoints, LedgerKey key) {
        this.checkpoints = checkpoints;
        this.key = key;
    }

    @POST
    @RunOnVirtualThread
    @Operation(summary = "Checks an export of the ledger: every fault, by entry")
    public ObjectNode verify(@QueryParam("key") List<String> named, InputStream body)
            throws IOException, InterruptedException {
        List<NoteKey> keys = trusted(named);
        if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw Problems.of(UNAVAILABLE, "busy", "Other exports are being checked")
                    .withHeader(HttpHeaders.RETRY_AFTER, PATIENCE_SECONDS).build();
        }
        try {
            byte[] export = body.readAllBytes();
            return ReportJson.of(Verifier.verify(() -> new ByteArrayInputStream(export),
                    new Trust(keys, List.of(), List.of()), LIMITS));
        } catch (NotAnExport refused) {
            throw notAnExport(refused);
        } finally {
            turns.release();
        }
    }

    /** This service's own, those before it, and those that the caller believes. */
    private List<NoteKey> trusted(List<String> named) {
        List<NoteKey> keys = new ArrayList<>(named(named));
        keys.add(key.verifier());
        Blocking.inTransaction(checkpoints::keys).forEach(use -> keys.add(NoteKey.parse(use.key())));
        return keys;
    }

    private static List<NoteKey> named(List<String> texts) {
        try {
            return texts.stream().map(NoteKey::parse).toList();
        } catch (MalformedNote malformed) {
            throw Problems.invalid(List.of(new Violation("/key", String.valueOf(malformed.getMessage()))));
        }
    }

    private static HttpProblem notAnExport(NotAnExport refused) {
        return Problems.of(UNPROCESSABLE, "not-an-export", "This is no export of a ledger").withDetail(refused.why()).build();
    }
}
