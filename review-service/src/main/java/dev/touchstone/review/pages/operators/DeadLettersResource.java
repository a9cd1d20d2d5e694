package dev.touchstone.review.pages.operators;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Callers;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Ids;
import dev.touchstone.review.Shown;
import dev.touchstone.review.letters.Letters;
import dev.touchstone.review.letters.Redeliveries;
import dev.touchstone.review.letters.RedeliveryOutcome;
import dev.touchstone.review.letters.RedeliveryOutcome.Reason;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Frame;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** The page of dead letters, and its form. */
@Path("/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
class DeadLettersResource {

    private static final int OK = 200;
    private static final int SHOWN = 25;
    private static final String PATH = "/dead-letters";

    private final Letters letters;
    private final Redeliveries redeliveries;
    private final Answering answering;
    private final Callers callers;

    DeadLettersResource(Letters letters, Redeliveries redeliveries, Answering answering, Callers callers) {
        this.letters = letters;
        this.redeliveries = redeliveries;
        this.answering = answering;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> list(@QueryParam("topic") @DefaultValue("") String topic,
            @QueryParam("q") @DefaultValue("") String search, @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("said") @DefaultValue("") String said) {
        Letters.Wanted wanted = new Letters.Wanted(topic, search.strip(), Ids.parse(before).orElse(null));
        Frame frame = answering.frame(address(wanted, wanted.before()), callers.current());
        return letters.list(wanted, SHOWN + 1)
                .flatMap(found -> letters.count(wanted)
                        .map(count -> view(wanted, found, count, new Reading(said, Formats.of(frame.language())))))
                .flatMap(view -> answering.page(OK, new DeadLettersPage(view, frame), frame));
    }

    /** @param said by the page before, as in the address */
    private record Reading(String said, Formats formats) {
    }

    private static DeadLettersView view(Letters.Wanted wanted, List<Letters.Kept> found, long count, Reading reading) {
        List<Letters.Kept> page = found.stream().limit(SHOWN).toList();
        Reason why = Stream.of(Reason.values()).filter(reason -> reason.name().equals(reading.said())).findFirst().orElse(null);
        return new DeadLettersView(new DeadLettersView.Asked(wanted.topic(), Shown.of(wanted.search())),
                new DeadLettersView.Said(Notice.of(reading.said()), why),
                page.stream().map(kept -> DeadLettersView.Line.of(kept, reading.formats())).toList(), count,
                new DeadLettersView.Paging(found.size() > SHOWN ? address(wanted, page.getLast().letter().id()) : null,
                        wanted.before() == null ? null : address(wanted, null)));
    }

    private static String address(Letters.Wanted wanted, @Nullable UUID before) {
        UriBuilder address = UriBuilder.fromPath(PATH);
        if (!wanted.topic().isEmpty()) {
            address.queryParam("topic", "{topic}").resolveTemplate("topic", wanted.topic());
        }
        if (!wanted.search().isEmpty()) {
            address.queryParam("q", "{q}").resolveTemplate("q", wanted.search());
        }
        return (before == null ? address : address.queryParam("before", before)).build().toString();
    }

    /** A page follows that a reload does not send again. */
    @POST
    @Path("/{letterId}/redelivery")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> redeliver(@PathParam("letterId") UUID letterId,
            @FormParam("attempt") @DefaultValue("0") String attempt) {
        int number = attempt.matches("\\d{1,6}") ? Integer.parseInt(attempt) : 0;
        return redeliveries.send(new Redeliveries.Wish(letterId, number, callers.current().name()))
                .map(outcome -> switch (outcome) {
                    case RedeliveryOutcome.Sent ignored -> Notice.SENT.key();
                    case RedeliveryOutcome.SentBefore ignored -> Notice.SENT_BEFORE.key();
                    case RedeliveryOutcome.OutOfTurn ignored -> Notice.OUT_OF_TURN.key();
                    case RedeliveryOutcome.UnknownLetter ignored -> Notice.UNKNOWN.key();
                    case RedeliveryOutcome.Impossible(Reason why) -> why.name();
                }).map(said -> Response.seeOther(URI.create(PATH + "?said=" + said)).build());
    }
}
