package dev.touchstone.review.pages.submission;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.cases.RoundLine;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.human.Claims;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.ErrorPage;
import dev.touchstone.review.pages.Frame;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/**
 * Sets the scene of every page of one review: who may see it, which round it shows, what stands above. In the caller's session.
 */
@ApplicationScoped
public class CasePages {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final CaseFile file;
    private final Answering answering;
    private final Callers callers;
    private final Claims claims;
    private final Clock clock;

    CasePages(CaseFile file, Answering answering, Callers callers, Claims claims, Clock clock) {
        this.claims = claims;
        this.file = file;
        this.answering = answering;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Which page it is.
     *
     * @param round empty for the current one
     * @param path to come back to in another language
     */
    public record Visit(UUID submissionId, Tab tab, OptionalInt round, String path) {

        /**
         * @param round as in the address; what names no round is the current one
         */
        public static Visit to(UUID submissionId, Tab tab, String round) {
            OptionalInt number = round.matches("[1-9]\\d{0,4}") ? OptionalInt.of(Integer.parseInt(round))
                    : OptionalInt.empty();
            return new Visit(submissionId, tab, number,
                    tab.path(submissionId.toString()) + (number.isEmpty() ? "" : "?round=" + number.getAsInt()));
        }

        /** The same, where the page has an address of its own. */
        public Visit at(String ownPath) {
            return new Visit(submissionId, tab, round, ownPath);
        }
    }

    /**
     * The page that {@code content} makes of the scene; the page for what is not found where the review, or the round, is not.
     */
    public Uni<Response> page(Visit visit, Function<Scene, Uni<TemplateInstance>> content) {
        return page(OK, visit, content);
    }

    /** The same, where it answers what was put in and not taken. */
    public Uni<Response> page(int status, Visit visit, Function<Scene, Uni<TemplateInstance>> content) {
        Frame frame = answering.frame(visit.path(), callers.current());
        return seen(visit).chain(() -> scene(visit, frame)).flatMap(found -> found
                .map(scene -> content.apply(scene).flatMap(page -> answering.page(status, page, frame)))
                .orElseGet(() -> answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND)));
    }

    /**
     * The same, where the content comes from elsewhere: the session that the scene is set in ends before, so that a slow
     * service
     * holds no database connection.
     */
    public Uni<Response> pageFromElsewhere(Visit visit, Function<Scene, Uni<TemplateInstance>> content) {
        Frame frame = answering.frame(visit.path(), callers.current());
        return Panache.withSession(() -> seen(visit).chain(() -> scene(visit, frame))).flatMap(found -> found
                .map(scene -> content.apply(scene).flatMap(page -> answering.page(OK, page, frame)))
                .orElseGet(() -> answering.error(NOT_FOUND, ErrorPage.Fault.NOT_FOUND)));
    }

    /** Whoever opens a page of a case that they claimed still looks after it; a page that is left open asks as nobody. */
    private Uni<Void> seen(Visit visit) {
        return answering.isVisit() ? claims.renew(visit.submissionId(), callers.current()) : Uni.createFrom().voidItem();
    }

    private Uni<Optional<Scene>> scene(Visit visit, Frame frame) {
        Caller reader = callers.current();
        return file.view(visit.submissionId(), Sight.of(reader))
                .flatMap(found -> found
                        .map(view -> events(visit)
                                .map(events -> Optional.of(new Told(view, RoundLine.of(view), events))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(told -> told.flatMap(whole -> visit.round().isEmpty() ? Optional.of(whole)
                        : whole.inRound(visit.round().getAsInt())))
                .map(told -> told.map(round -> new Scene(round, reader, HeadShaping.shape(round, visit.tab()), frame,
                        clock.instant())));
    }

    /** The timeline reads its events page by page; of an earlier round all are needed to tell how it stood. */
    private Uni<List<Timeline.Entry>> events(Visit visit) {
        return visit.tab() == Tab.TIMELINE && visit.round().isEmpty() ? Uni.createFrom().item(List.of())
                : file.events(visit.submissionId());
    }
}
