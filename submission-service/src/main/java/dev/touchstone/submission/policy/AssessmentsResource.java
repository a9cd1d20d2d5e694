package dev.touchstone.submission.policy;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.access.Roles;
import dev.touchstone.submission.StrictJson;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** What a policy would say: nothing is stored, and no review is touched. */
@Path("/api/v1/policies/{version}/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentsResource {

    private final Policies policies;

    AssessmentsResource(Policies policies) {
        this.policies = policies;
    }

    /** @param outcome {@code approve}, {@code reject} or {@code ask} */
    @RegisterForReflection
    record RulingView(String outcome, List<String> reasons) {

        static RulingView of(Ruling ruling) {
            return switch (ruling) {
                case Ruling.Approve(List<String> reasons) -> new RulingView("approve", reasons);
                case Ruling.Reject(List<String> reasons) -> new RulingView("reject", reasons);
                case Ruling.AskPerson(String reason) -> new RulingView("ask", List.of(reason));
            };
        }
    }

    @RegisterForReflection
    record AssessmentView(TrustScoreCalculated trustScore, RulingView ruling) {
    }

    @POST
    @RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
    @WithSession
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tries a policy: the score and the ruling that findings, and a baseline, would come to")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "404", description = "There is no such version")
    @APIResponse(responseCode = "422", description = "Not valid; every violation is named by JSON pointer")
    public Uni<AssessmentView> assess(@PathParam("version") String version, byte @Nullable [] body) {
        Trial trial = Trial.read(StrictJson.request(body, PoliciesResource.MOST_BYTES));
        return policies.existing(version)
                .map(stored -> new Yardstick(stored.policy(), trial.baseline()).assess(trial.findings()))
                .map(assessment -> new AssessmentView(assessment.trustScore(), RulingView.of(assessment.ruling())));
    }
}
