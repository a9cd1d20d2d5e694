package dev.touchstone.submission.review.progress;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.events.streams.Connection;
import dev.touchstone.events.streams.EventStream;
import dev.touchstone.events.streams.OpenStreams;
import dev.touchstone.submission.Page;
import dev.touchstone.submission.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Everything that was said about a submission: as pages, or as it is said. */
@Path("/api/v1/submissions/{id}/events")
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR, Roles.SERVICE })
public class EventsResource {

    private final VisibleSubmissions submissions;
    private final EventLog log;
    private final OpenStreams streams;
    private final Clock clock;
    private final ProgressConfig config;

    EventsResource(VisibleSubmissions submissions, EventLog log, OpenStreams streams, Clock clock, ProgressConfig config) {
        this.submissions = submissions;
        this.log = log;
        this.streams = streams;
        this.clock = clock;
        this.config = config;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All events of a submission, in all its rounds", description = """
            In the order of their sequence, then time, then id. A page never repeats what an earlier one had; an event that \
            arrives late may stand before the cursor. With `Accept: text/event-stream` the same events come as server-sent \
            events in the order of their arrival: first those there are, then each as it is said. A message's `id` is the \
            event's; after a break, `Last-Event-ID` goes on where it was, without a gap. Messages have no name, but for the \
            last: `end`, once the review has ended and everything was said.""")
    @APIResponse(responseCode = "200", description = "One page, or the stream", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventsPage.class)),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)) })
    @APIResponse(responseCode = "400", description = "A filter, the limit, the cursor or Last-Event-ID is malformed")
    @APIResponse(responseCode = "404", description = "There is no such submission")
    @APIResponse(responseCode = "429", description = "The caller has too many open streams")
    @APIResponse(responseCode = "503", description = "There are too many open streams")
    @Parameter(name = "Last-Event-ID", in = ParameterIn.HEADER, description = "Only for a stream: the id of the last event that the client has", schema = @Schema(implementation = UUID.class))
    public Uni<EventsPage> page(@PathParam("id") String id, @BeanParam EventFilter filter,
            @Parameter(description = "The most items of the page, 1 to 200") @QueryParam("limit") @DefaultValue("50") int limit,
            @Parameter(description = "The cursor that the page before named as next") @QueryParam("after") @Nullable String after) {
        int checked = Page.limit(limit);
        EventFilter wanted = filter.checked();
        Place place = Place.of(after);
        Discretion discretion = Discretion.of(submissions.caller());
        // The session gives its connection back before the log takes another: with both held, requests wait in a circle.
        return Panache.withSession(() -> submissions.find(id))
                .flatMap(submission -> log.timeline(submission.id(), wanted, place, checked + 1))
                .map(found -> EventsPage.of(found.stream().map(discretion::shown).toList(), checked));
    }

    @GET
    @Blocking
    @RunOnVirtualThread
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // Some proxies would keep what is said until there is enough of it.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(@PathParam("id") String id, @BeanParam EventFilter filter,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse, @Context RoutingContext request) {
        EventFilter wanted = filter.checked();
        Caller caller = submissions.caller();
        UUID submissionId = submissions.findNow(id).id();
        Watch watch = new Watch(submissionId, wanted, Discretion.of(caller));
        EventStream stream = new EventStream(submissionId, position(submissionId, lastEventId),
                (position, limit) -> log.after(watch, position, limit), clock, config);
        return Connection.open(stream, caller.organizationId() + "/" + caller.name(), streams, request,
                message -> message.as(sse.newEventBuilder()));
    }

    private long position(UUID submissionId, @Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        Long position = Uuids.parse(lastEventId).map(id -> log.position(submissionId, id).await().indefinitely()).orElse(null);
        if (position == null) {
            throw Problems.malformedParameter("Last-Event-ID is the id of an event of this submission.");
        }
        return position;
    }
}
