package dev.touchstone.review.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** Dead letters, as JSON, for operators. */
@Path("/review/dead-letters")
@RolesAllowed(Roles.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
class LettersResource {

    private final Letters letters;
    private final Redeliveries redeliveries;
    private final Callers callers;

    LettersResource(Letters letters, Redeliveries redeliveries, Callers callers) {
        this.letters = letters;
        this.redeliveries = redeliveries;
        this.callers = callers;
    }

    /** @param next behind which letter the next page begins; null on the last */
    @RegisterForReflection
    record Page(long count, List<Item> letters, @Nullable UUID next) {
    }

    /**
     * @param payload as text, whatever it was
     * @param cut whether it is only the beginning
     * @param follows the letter whose redelivery died again; null of the first
     * @param redelivered how often it was sent again
     */
    @RegisterForReflection
    record Item(UUID id, String handler, String reason, Instant at, String topic, int partition, long offset, String key,
            Map<String, String> headers, String payload, long size, boolean cut, @Nullable UUID follows, int redelivered,
            @Nullable String redeliveredBy, @Nullable Instant redeliveredAt) {

        static Item of(Letters.Kept kept) {
            Letter letter = kept.letter();
            return new Item(letter.id(), letter.cause().handler(), letter.cause().reason(), letter.cause().at(),
                    letter.from().topic(), letter.from().partition(), letter.from().offset(), letter.content().key(),
                    letter.content().headers(), letter.content().payload().toString(),
                    letter.content().size(), letter.content().isCut(), letter.follows(), kept.redelivered(),
                    kept.last() == null ? null : kept.last().by(), kept.last() == null ? null : kept.last().at());
        }
    }

    @GET
    @WithSession
    @Operation(summary = "What some service could not take, the newest first")
    public Uni<Page> list(@QueryParam("topic") @DefaultValue("") String topic, @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("after") @Nullable UUID after, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Letters.Wanted wanted = new Letters.Wanted(topic, search, after);
        return letters.list(wanted, limit + 1).flatMap(found -> letters.count(wanted).map(count -> new Page(count,
                found.stream().limit(limit).map(Item::of).toList(),
                found.size() > limit ? found.get(limit - 1).letter().id() : null)));
    }

    /** What was asked for comes with the outbox. */
    @RegisterForReflection
    record Redelivery(UUID id, int attempt, @Nullable String requestedBy, @Nullable Instant requestedAt) {
    }

    @POST
    @Path("/{letterId}/redelivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sends the record that the letter is about again, to the topic where it lies", description = """
            The body is `{"attempt": n}`: one more than the letter's `redelivered`. The same attempt is sent once.""")
    @RequestBody(content = @Content(schema = @Schema(implementation = Attempt.class)))
    @APIResponse(responseCode = "200", description = "This attempt was asked for before: by whom and when")
    @APIResponse(responseCode = "202", description = "It is on its way")
    @APIResponse(responseCode = "404", description = "There is no such letter")
    @APIResponse(responseCode = "409", description = "It cannot be sent again, or not as this attempt")
    public Uni<Response> redeliver(@PathParam("letterId") UUID letterId, @Nullable JsonNode body) {
        if (body == null || !body.path("attempt").isInt() || body.size() != 1) {
            throw Problems.invalid(List.of(new Violation("/attempt", "is the only member, a number from 1")));
        }
        return redeliveries.send(new Redeliveries.Wish(letterId, body.path("attempt").intValue(), callers.current().name()))
                .map(outcome -> switch (outcome) {
                    case RedeliveryOutcome.Sent(int attempt) ->
                        Response.accepted(new Redelivery(letterId, attempt, null, null)).build();
                    case RedeliveryOutcome.SentBefore(int attempt, String by, Instant at) ->
                        Response.ok(new Redelivery(letterId, attempt, by, at)).build();
                    case RedeliveryOutcome.Impossible(RedeliveryOutcome.Reason why) ->
                        Problems.of(409, "not-redeliverable", "The letter cannot be sent again").withDetail(detail(why)).build()
                                .toResponse();
                    case RedeliveryOutcome.OutOfTurn(int next) ->
                        Problems.of(409, "out-of-turn", "Another attempt comes next").withDetail("The next attempt is " + next)
                                .build().toResponse();
                    case RedeliveryOutcome.UnknownLetter() ->
                        Problems.of(404, "unknown-letter", "There is no such letter").build().toResponse();
                });
    }

    @RegisterForReflection
    record Attempt(int attempt) {
    }

    private static String detail(RedeliveryOutcome.Reason why) {
        return switch (why) {
            case CUT -> "The record was too large for its letter, which holds only the beginning";
            case NO_TOPIC -> "The letter names no topic of this installation";
            case GONE -> "The broker does not have the record any more";
            case ANOTHER -> "The broker has another record at this place";
            case TOO_OLD -> "The record is older than what inboxes remember, and might take effect twice";
        };
    }
}
