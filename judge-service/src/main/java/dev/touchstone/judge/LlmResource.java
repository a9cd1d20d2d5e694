package dev.touchstone.judge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

import dev.touchstone.events.access.Roles;
import dev.touchstone.judge.jury.panel.PanelConfig;
import dev.touchstone.judge.llm.LlmConfig;

/** Tells those who may ask for another LLM what they may ask for. */
@Path("/llm")
@Produces(MediaType.APPLICATION_JSON)
class LlmResource {

    private final LlmOffer offer;

    LlmResource(LlmConfig operator, PanelConfig panel) {
        this.offer = LlmOffer.of(operator, panel.method());
    }

    @GET
    @RolesAllowed({ Roles.REVIEWER, Roles.OPERATOR, Roles.SERVICE })
    @Operation(summary = "Which models judge, and which others may be asked for")
    @APIResponseSchema(value = LlmOffer.class, responseCode = "200", responseDescription = "The operator's settings, without keys")
    @APIResponse(responseCode = "403", description = "Another role")
    public LlmOffer offer() {
        return offer;
    }
}
