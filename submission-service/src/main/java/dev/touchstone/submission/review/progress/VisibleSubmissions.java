package dev.touchstone.submission.review.progress;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.events.jobs.Blocking;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import io.smallrye.mutiny.Uni;

/** Submissions as far as the caller may know of them. What it may not see is answered as what does not exist. */
@ApplicationScoped
class VisibleSubmissions {

    private final Submissions submissions;
    private final Callers callers;

    VisibleSubmissions(Submissions submissions, Callers callers) {
        this.submissions = submissions;
        this.callers = callers;
    }

    Caller caller() {
        return callers.current();
    }

    /** Joins the caller's session. */
    Uni<Submission> find(String id) {
        return find(id, caller());
    }

    /** For a thread that may wait. */
    Submission findNow(String id) {
        // The transaction has a context of its own, which does not know the request's caller.
        Caller caller = caller();
        return Blocking.inTransaction(() -> find(id, caller));
    }

    /** What has not the form of an id names no submission. */
    private Uni<Submission> find(String id, Caller caller) {
        return Uuids.parse(id).map(submissions::find).orElseGet(() -> Uni.createFrom().nullItem())
                .map(found -> found != null && caller.maySee(found.organizationId()) ? found : null)
                .onItem().ifNull().failWith(() -> Problems.notFound("submission"));
    }
}
