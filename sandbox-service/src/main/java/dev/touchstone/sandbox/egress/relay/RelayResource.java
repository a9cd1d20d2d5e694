package dev.touchstone.sandbox.egress.relay;

import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.touchstone.events.access.Roles;
import dev.touchstone.sandbox.agent.GuardedAgentClient;
import dev.touchstone.sandbox.agent.Secrets;
import dev.touchstone.sandbox.egress.Call;
import dev.touchstone.sandbox.egress.Credential;
import dev.touchstone.sandbox.egress.Egress;
import dev.touchstone.sandbox.egress.Fetched;
import dev.touchstone.sandbox.egress.Vetting;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The guarded way out for the other services. */
@Path("/relay")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Relay", description = "The guarded way out to submitted URLs, for the other services")
@APIResponse(responseCode = "400", description = "The body is not a JSON object")
@APIResponse(responseCode = "401", description = "The caller is not known")
@APIResponse(responseCode = "403", description = "The caller is no service of this installation")
@APIResponse(responseCode = "422", description = "Some values are missing or wrong; all of them are named")
public class RelayResource {

    private final Vetting vetting;
    private final Egress egress;
    private final GuardedAgentClient agents;
    private final Secrets secrets;

    RelayResource(Vetting vetting, Egress egress, GuardedAgentClient agents, Secrets secrets) {
        this.vetting = vetting;
        this.egress = egress;
        this.agents = agents;
        this.secrets = secrets;
    }

    @POST
    @Path("/vet")
    @Operation(summary = "May this URL be called?", description = "Resolves the host, but sends nothing to it. With a"
            + " credential, the name of a secret, also: may that be sent there?")
    @APIResponse(responseCode = "200", description = "Whether it may be called, with all reasons against it")
    public Answers.Vet vet(Requests.@Nullable Url request) throws InterruptedException {
        String url = present(request).checked();
        String secret = present(request).credential();
        if (secret == null) {
            return Answers.Vet.of(vetting.vet(url));
        }
        Optional<Credential> known = secrets.named(secret);
        return known.isPresent() ? Answers.Vet.of(vetting.vet(url, known.get())) : Answers.Vet.unknownSecret();
    }

    @POST
    @Path("/probe")
    @Operation(summary = "Does anything answer there?", description = "Any HTTP answer below 500 to a GET counts.")
    @APIResponse(responseCode = "200", description = "Whether it answered, or why not")
    public Answers.Probe probe(Requests.@Nullable Url request) throws InterruptedException {
        Call call = Call.probe(present(request).checked());
        long began = System.nanoTime();
        Fetched fetched = egress.send(call, egress.probeDeadline());
        return Answers.Probe.of(fetched, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    @POST
    @Path("/fetch")
    @Operation(summary = "What stands there?", description = "Gets one document as UTF-8 text, which is hostile.")
    @APIResponse(responseCode = "200", description = "The document with the status it came with, or why there is none")
    public Answers.Fetch fetch(Requests.@Nullable Fetch request) throws InterruptedException {
        return Answers.Fetch.of(egress.send(present(request).checked(), egress.probeDeadline()));
    }

    @POST
    @Path("/message")
    @Operation(summary = "Say something to an agent", description = "Waits for its answer, which is hostile: text, and the"
            + " tool calls and tokens that the agent tells of. Whoever keeps any of it masks it before.")
    @APIResponse(responseCode = "200", description = "What the agent said, or why there is no answer")
    public Answers.Message message(Requests.@Nullable Message request) throws InterruptedException {
        Requests.CheckedMessage checked = present(request).checked();
        return Answers.Message.of(agents.ask(checked.protocol(), checked.endpoint(), checked.terms(), checked.prompt()));
    }

    /** JSON of another shape is malformed like any other; Quarkus would answer it with a document of its own. */
    @ServerExceptionMapper
    Response malformed(MismatchedInputException fault) {
        return Problems.malformed().toResponse();
    }

    private static <T> T present(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed();
        }
        return request;
    }
}
