package dev.touchstone.sandbox.attempt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Roles;
import dev.touchstone.sandbox.attempt.EndedAttempt.File;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Judges a transcript that the caller brings along, for who compares the reports' digests with the ledger's by themselves. */
@Path("/replays")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ Roles.SERVICE, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
@Tag(name = "Attempts")
public class ReplaysResource {

    private final Replays replays;

    ReplaysResource(Replays replays) {
        this.replays = replays;
    }

    /** The reports that the transcript leads to. */
    @RegisterForReflection
    record Judged(List<File> files) {
    }

    @POST
    @Operation(summary = "Judges a transcript file", description = "The body is the file as it is, JSON Lines in UTF-8. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "The reports that it leads to, by their digests")
    @APIResponse(responseCode = "401", description = "The caller is not known")
    @APIResponse(responseCode = "403", description = "The caller may not see every organisation's reviews")
    @APIResponse(responseCode = "413", description = "The file is larger than is taken here")
    @APIResponse(responseCode = "422", description = "The file is no transcript, or one that this version cannot judge")
    @APIResponse(responseCode = "503", description = "Another attempt is being judged again")
    public Judged judge(byte @Nullable [] transcript) {
        try {
            return new Judged(replays.judge(text(transcript == null ? new byte[0] : transcript)));
        } catch (NotATranscript fault) {
            throw ReplayProblems.notATranscript(fault.reason());
        }
    }

    /** A byte that is silently replaced would lead to other digests. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new NotATranscript("The file is not UTF-8.");
        }
    }
}
