package dev.touchstone.judge.relay;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.access.ServiceKeyFilter;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The relay of sandbox-service. */
@RegisterRestClient(configKey = "relay")
@RegisterProvider(ServiceKeyFilter.class)
@Path("/relay")
interface RelayClient {

    @POST
    @Path("/message")
    Reply message(Message message);

    /**
     * @param contextId of the conversation; null begins one
     * @param terms what the agent asks for beyond its protocol
     */
    @RegisterForReflection
    record Message(URI endpoint, AgentTarget.Protocol protocol, String text, @Nullable String contextId,
            AgentTarget.@Nullable Terms terms) {
    }

    /**
     * @param outcome {@code answered} with {@code text}, or {@code failed} with {@code code} and {@code detail}
     * @param toolCalls null where none is told of
     * @param tokens null where the agent does not count
     */
    @RegisterForReflection
    record Reply(@Nullable String outcome, @Nullable String text, @Nullable List<ToolUse> toolCalls, @Nullable Tokens tokens,
            @Nullable String code, @Nullable String detail, boolean refused, @Nullable Long latencyMillis) {
    }
}
