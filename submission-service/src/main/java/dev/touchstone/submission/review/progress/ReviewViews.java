package dev.touchstone.submission.review.progress;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Callers;
import dev.touchstone.submission.Links;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.Submissions;
import dev.touchstone.submission.review.Reviews;
import dev.touchstone.submission.review.Round;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;

/** Puts together what the API shows of a review. Every method joins the caller's session. */
@ApplicationScoped
class ReviewViews {

    private final Submissions submissions;
    private final Reviews reviews;
    private final RunStates runs;
    private final Links links;
    private final Callers callers;

    ReviewViews(Submissions submissions, Reviews reviews, RunStates runs, Links links, Callers callers) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.runs = runs;
        this.links = links;
        this.callers = callers;
    }

    Uni<Progress> progress(UUID id) {
        return existing(id).flatMap(submission -> reviews.latest(id).flatMap(round -> runs.find(id)
                .map(run -> Progress.of(submission.dossier().inRound(round.workflowRunId()), round.state(), run,
                        links.of(submission.dossier())))));
    }

    Uni<SubmissionView> one(UUID id) {
        return existing(id).flatMap(submission -> reviews.latest(id).flatMap(round -> runs.find(id)
                .map(run -> SubmissionView.of(submission, round, run, links.of(submission.dossier())))));
    }

    Uni<SubmissionsPage> page(int page, int size) {
        Caller caller = callers.current();
        String organization = caller.seesAll() ? null : Objects.requireNonNull(caller.organizationId());
        return submissions.page(organization, page, size).flatMap(found -> views(found))
                .flatMap(views -> submissions.count(organization).map(total -> new SubmissionsPage(views, page, size, total)));
    }

    private Uni<List<SubmissionView>> views(List<Submission> page) {
        List<UUID> ids = page.stream().map(Submission::id).toList();
        return reviews.latestOf(ids).flatMap(states -> runs.findAll(ids).map(known -> Tuple2.of(states, known)))
                .map(both -> views(page, both.getItem1(), both.getItem2()));
    }

    private List<SubmissionView> views(List<Submission> page, Map<UUID, Round> rounds, Map<UUID, RunState> runStates) {
        // A submission and its review are added in one transaction, so there is one for each.
        return page.stream().flatMap(each -> Optional.ofNullable(rounds.get(each.id())).stream()
                .map(round -> SubmissionView.of(each, round, runStates.get(each.id()), links.of(each.dossier()))))
                .toList();
    }

    /** What the caller may not see is answered as what does not exist. */
    private Uni<Submission> existing(UUID id) {
        Caller caller = callers.current();
        return submissions.find(id).map(found -> found != null && caller.maySee(found.organizationId()) ? found : null)
                .onItem().ifNull().failWith(() -> Problems.notFound("submission"));
    }
}
