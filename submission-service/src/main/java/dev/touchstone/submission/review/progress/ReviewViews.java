package dev.touchstone.submission.review.progress;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.submission.Links;
import dev.touchstone.submission.Submission;
import dev.touchstone.submission.review.Reviews;
import dev.touchstone.submission.review.Round;
import dev.touchstone.submission.review.State;
import dev.touchstone.submission.review.run.RunArtifacts;
import dev.touchstone.submission.review.run.RunState;
import dev.touchstone.submission.review.run.RunStates;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;

/** Puts together what the API shows of a review. Every method joins the caller's session. */
@ApplicationScoped
class ReviewViews {

    private final Reviews reviews;
    private final RunStates runs;
    private final RunArtifacts artifacts;
    private final AgentReports reports;
    private final Links links;

    ReviewViews(Reviews reviews, RunStates runs, RunArtifacts artifacts, AgentReports reports, Links links) {
        this.reviews = reviews;
        this.runs = runs;
        this.artifacts = artifacts;
        this.reports = reports;
        this.links = links;
    }

    /** @param discretion with which the caller is told of LLMs */
    Uni<Progress> progress(Submission submission, Discretion discretion) {
        UUID id = submission.id();
        // One after the other: they share the session's connection.
        return reviews.rounds(id).flatMap(rounds -> told(id, rounds.getLast(), discretion)
                .flatMap(told -> run(id).flatMap(run -> reports.find(id)
                        .map(report -> new Progress.Known(submission.dossier(), submission.organizationId(), rounds, told,
                                run, report)))))
                .map(known -> Progress.of(known, links(submission, known.rounds().getLast())));
    }

    private static Uni<Progress.Told> told(UUID submissionId, Round current, Discretion discretion) {
        return EventLog.requests(submissionId, current.workflowRunId()).flatMap(requests -> EventLog.overrides(submissionId)
                .map(events -> new Progress.Told(requests, LlmOverride.of(events, discretion))));
    }

    private Uni<Progress.KnownRun> run(UUID submissionId) {
        return runs.find(submissionId).flatMap(
                state -> artifacts.of(submissionId).map(known -> new Progress.KnownRun(state, known)));
    }

    Uni<SubmissionView> one(Submission submission) {
        return reviews.latest(submission.id()).flatMap(round -> runs.find(submission.id())
                .map(run -> SubmissionView.of(submission, round, run, links(submission, round))));
    }

    Uni<List<SubmissionView>> all(List<Submission> page) {
        List<UUID> ids = page.stream().map(Submission::id).toList();
        return reviews.latestOf(ids).flatMap(rounds -> runs.findAll(ids).map(known -> Tuple2.of(rounds, known)))
                .map(both -> all(page, both.getItem1(), both.getItem2()));
    }

    private List<SubmissionView> all(List<Submission> page, Map<UUID, Round> rounds, Map<UUID, RunState> runStates) {
        // A submission and its review are added in one transaction, so there is one for each.
        return page.stream().flatMap(each -> Optional.ofNullable(rounds.get(each.id())).stream()
                .map(round -> SubmissionView.of(each, round, runStates.get(each.id()), links(each, round))))
                .toList();
    }

    private Map<String, URI> links(Submission submission, Round round) {
        Map<String, URI> all = new LinkedHashMap<>(links.of(submission.dossier()));
        if (State.of(round.state()) == State.PUBLISHED) {
            all.put("catalog", links.catalog());
        }
        return all;
    }
}
