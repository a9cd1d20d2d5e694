package dev.touchstone.review.cases;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.streams.Connection;
import dev.touchstone.events.streams.OpenStreams;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Ids;
import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Sight;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Everything that was said of a review: as pages, or as it arrives. */
@Path("/review/events/{submissionId}")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class EventsResource {

    private final Cases cases;
    private final Events events;
    private final Callers callers;
    private final OpenStreams streams;

    EventsResource(Cases cases, Events events, Callers callers, OpenStreams streams) {
        this.cases = cases;
        this.events = events;
        this.callers = callers;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The events of a review in causal order, as they came but for keys in the agent's address", description = """
            With `Accept: text/event-stream` the same events come as server-sent events in the order of their arrival: first \
            those there are, then each as it is recorded. A message's `id` is the event's; after a break, `Last-Event-ID` goes \
            on where it was, without a gap. A stream ends when its client has to show again who it is.""")
    @APIResponse(responseCode = "200", description = "One page, or the stream", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventsAnswer.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)) })
    public Uni<EventsAnswer> events(@PathParam("submissionId") UUID submissionId, @BeanParam EventFilter filter,
            @Parameter(description = "The event behind which the page begins") @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) int limit) {
        EventFilter wanted = filter.checked();
        UUID place = after.isEmpty() ? null : id(after, "/after");
        // A session gives its connection back before the plain client takes one: with both held, requests wait in a circle.
        return known(submissionId, callers.current())
                .call(known -> place == null ? Uni.createFrom().voidItem() : position(submissionId, place, "/after"))
                .flatMap(known -> Panache.withSession(() -> events.following(submissionId, wanted, place, limit + 1)))
                .map(found -> EventsAnswer.of(submissionId, found, limit));
    }

    @GET
    @Blocking
    @RunOnVirtualThread
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // Some proxies would keep what is said until there is enough of it.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(@PathParam("submissionId") UUID submissionId, @BeanParam EventFilter filter,
            @HeaderParam("Last-Event-ID") @DefaultValue("") String last, @Context Sse sse, @Context RoutingContext request) {
        EventFilter wanted = filter.checked();
        Caller caller = callers.current();
        // Before the first byte: what is refused must not look like a stream.
        UUID known = cases.findNow(submissionId, Sight.of(caller)).orElseThrow(Problems::unknownSubmission).submissionId();
        long position = last.isEmpty() ? 0
                : position(known, id(last, "/Last-Event-ID"), "/Last-Event-ID").await().indefinitely();
        return Connection.open(events.stream(known, wanted, position), caller.organizationId() + "/" + caller.name(),
                streams, request, message -> message.as(sse.newEventBuilder()));
    }

    private Uni<CaseView> known(UUID submissionId, Caller caller) {
        return Panache.withSession(() -> cases.find(submissionId, Sight.of(caller)))
                .map(view -> view.orElseThrow(Problems::unknownSubmission));
    }

    private Uni<Long> position(UUID submissionId, UUID eventId, String pointer) {
        return events.position(submissionId, eventId).map(position -> position.orElseThrow(() -> foreign(pointer)));
    }

    private static UUID id(String text, String pointer) {
        return Ids.parse(text).orElseThrow(() -> foreign(pointer));
    }

    private static HttpProblem foreign(String pointer) {
        return Problems.invalid(List.of(new Violation(pointer, "is the id of an event of this review")));
    }
}
