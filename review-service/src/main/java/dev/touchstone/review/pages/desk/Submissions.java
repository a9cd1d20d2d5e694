package dev.touchstone.review.pages.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.touchstone.review.pages.submission.CasePages;
import io.smallrye.mutiny.Uni;

/** Gathers what the first page of a review shows. Works in the caller's session. */
@ApplicationScoped
class Submissions {

    private final CasePages pages;
    private final Besides besides;

    Submissions(CasePages pages, Besides besides) {
        this.pages = pages;
        this.besides = besides;
    }

    /**
     * @param puts what a form sent that was not taken
     */
    Uni<Response> page(int status, CasePages.Visit visit, SubmissionView.Puts puts) {
        return pages.page(status, visit, scene -> besides.of(scene.view(), scene.reader())
                .map(known -> new SubmissionPage(Shaping.shape(scene, known, puts), scene.head(), scene.frame())));
    }
}
