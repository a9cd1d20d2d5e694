package dev.touchstone.review.pages;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.Queue;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** The pages that only show. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PagesResource {

    private static final int OK = 200;
    private static final int SHOWN = 50;

    private final Queue queue;
    private final Submissions submissions;
    private final Answering answering;
    private final Clock clock;

    PagesResource(Queue queue, Submissions submissions, Answering answering, Clock clock) {
        this.queue = queue;
        this.submissions = submissions;
        this.answering = answering;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> queue(@QueryParam("q") @DefaultValue("") String search,
            @QueryParam("lang") @Nullable String language) {
        Frame frame = answering.frame("/");
        return language != null ? inLanguage(language, "/")
                : queue.counts(search).flatMap(counts -> sections(search, counts))
                        .flatMap(sections -> answering.page(OK,
                                new QueuePage(new QueueView(Shown.of(search), sections), frame), frame));
    }

    private Uni<List<QueueView.Section>> sections(String search, Map<CaseState, Long> counts) {
        return section(QueueView.Group.WAITING, search, counts)
                .flatMap(waiting -> section(QueueView.Group.RUNNING, search, counts)
                        .flatMap(running -> section(QueueView.Group.ENDED, search, counts)
                                .map(ended -> List.of(waiting, running, ended))));
    }

    private Uni<QueueView.Section> section(QueueView.Group group, String search, Map<CaseState, Long> counts) {
        return queue.list(group.states(), search, SHOWN)
                .map(cases -> QueueView.section(group, counts, cases, clock.instant()));
    }

    @GET
    @Path(Paths.SUBMISSION)
    @WithSession
    @Operation(hidden = true)
    public Uni<Response> submission(@PathParam("submissionId") UUID submissionId, @QueryParam("lang") @Nullable String language,
            @QueryParam("retry") @DefaultValue("") String retry) {
        String path = "/submissions/" + submissionId;
        return language != null ? inLanguage(language, path)
                : submissions.page(OK, submissionId, SubmissionView.Puts.NONE,
                        answering.frame(path).afterRetry(retry.equals("taken")));
    }

    /** The choice goes into a cookie and out of the address, so that a link that is passed on leaves it to its reader. */
    private static Uni<Response> inLanguage(String language, String path) {
        Response.ResponseBuilder back = Response.seeOther(URI.create(path));
        NewCookie cookie = Answering.remember(language);
        return Uni.createFrom().item((cookie == null ? back : back.cookie(cookie)).build());
    }
}
