package dev.touchstone.review.pages.desk;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.touchstone.review.pages.queue.NextCase;
import dev.touchstone.review.pages.submission.CasePages;
import dev.touchstone.review.pages.submission.CasePages.Visit;
import dev.touchstone.review.pages.submission.Scene;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Makes the pages on which people decide, each in a database session of its own. */
@ApplicationScoped
class Submissions {

    private static final int OK = 200;

    private final CasePages pages;
    private final Besides besides;
    private final NextCase next;

    Submissions(CasePages pages, Besides besides, NextCase next) {
        this.next = next;
        this.pages = pages;
        this.besides = besides;
    }

    /**
     * The first page of a review.
     *
     * @param puts what a form sent, and what became of it
     */
    Uni<Response> page(int status, Visit visit, Puts puts) {
        return Panache.withSession(() -> pages.page(status, visit, scene -> besides.of(scene)
                .flatMap(known -> way(scene, puts).map(way -> new SubmissionPage(Shaping.shape(scene, known, puts, way),
                        scene.head(), scene.frame())))));
    }

    /** Where somebody goes who is done here; looked for only once they are. */
    private Uni<SubmissionView.Way> way(Scene scene, Puts puts) {
        String from = puts.given("from");
        return puts.isDone() ? next.after(scene.view().submissionId(), from, scene.reader())
                .map(found -> new SubmissionView.Way(from, NextCase.queue(from), found.orElse("")))
                : Uni.createFrom().item(new SubmissionView.Way(from, "", ""));
    }

    /** The page that asks whether its reader means it. */
    Uni<Response> confirmation(Visit visit, Function<Scene, Confirmation> confirmation) {
        return Panache.withSession(() -> pages.page(OK, visit, scene -> Uni.createFrom()
                .item(new ConfirmationPage(confirmation.apply(scene), scene.head(), scene.frame()))));
    }
}
