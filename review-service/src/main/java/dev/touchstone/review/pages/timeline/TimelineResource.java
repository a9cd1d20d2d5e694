package dev.touchstone.review.pages.timeline;

import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Severity;
import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Ids;
import dev.touchstone.review.cases.EventFilter;
import dev.touchstone.review.cases.Events;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Paths;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.Scene;
import dev.touchstone.review.pages.submission.Tab;
import dev.touchstone.review.pages.timeline.TimelineShaping.Asking;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** Every event of a review. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ Roles.SUBMITTER, Roles.REVIEWER, Roles.OPERATOR, Roles.AUDITOR })
class TimelineResource {

    private static final int LONGEST_SEARCH = 200;

    private final CasePages pages;
    private final Events events;

    TimelineResource(CasePages pages, Events events) {
        this.pages = pages;
        this.events = events;
    }

    /**
     * What its form and its links put into the address; what fits nothing there is left out, since the page shows what it asks.
     */
    record Query(@QueryParam("stage") @DefaultValue("") String stage, @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("q") @DefaultValue("") String search, @QueryParam("before") @DefaultValue("") String before) {

        private EventFilter filter(@Nullable UUID round) {
            return new EventFilter(Stream.of(Stage.values()).map(Stage::key).filter(stage::equals).findFirst().orElse(null),
                    Stream.of(Severity.values()).map(Severity::key).filter(severity::equals).findFirst().orElse(null),
                    search.strip().substring(0, Math.min(search.strip().length(), LONGEST_SEARCH)),
                    round == null ? null : round.toString());
        }

        private @Nullable UUID place() {
            return Ids.parse(before).orElse(null);
        }
    }

    @GET
    @Path(Paths.SUBMISSION + "/timeline")
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> timeline(@PathParam("submissionId") UUID submissionId,
            @QueryParam("round") @DefaultValue("") String round, @BeanParam Query query) {
        return pages.page(CasePages.Visit.to(submissionId, Tab.TIMELINE, round), scene -> {
            UUID past = scene.told().isPast() ? scene.view().subject().review().workflowRunId() : null;
            return page(scene, new Asking(Tab.TIMELINE.path(submissionId.toString()), past == null ? "" : round,
                    query.filter(past), query.place()));
        });
    }

    private Uni<TemplateInstance> page(Scene scene, Asking asking) {
        UUID id = scene.view().submissionId();
        return events.preceding(id, asking.filter(), asking.before(), TimelineShaping.SHOWN + 1)
                .flatMap(found -> events.count(id, asking.filter())
                        .map(count -> new TimelinePage(TimelineShaping.shape(asking, found, count,
                                Formats.of(scene.frame().language())), scene.head(),
                                scene.frame())));
    }
}
