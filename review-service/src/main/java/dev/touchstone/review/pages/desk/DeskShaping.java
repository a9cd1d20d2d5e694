package dev.touchstone.review.pages.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.artifacts.rows.CaseEvidence;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.human.Claim;
import dev.touchstone.review.human.DecisionOutcome.AlreadyDecided;
import dev.touchstone.review.human.Proposal;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.desk.Desk.How;
import dev.touchstone.review.pages.submission.Scene;

/** Shapes what is asked of a person, and what was answered. */
final class DeskShaping {

    private DeskShaping() {
    }

    static Desk shape(Scene scene, Besides.Known besides) {
        CaseView.Question asked = scene.told().isPast() ? null : scene.view().course().question();
        Optional<AlreadyDecided> untold = asked == null ? Optional.empty()
                : besides.people().decision().filter(answer -> !answer.decidedAt().isBefore(asked.since()));
        return new Desk(asked == null || untold.isPresent() ? null : question(scene, asked, besides.people()),
                decided(scene, untold), standing(scene), telling(scene, besides.worst()),
                Leave.of(scene.reader(), scene.view()));
    }

    private static Desk.Question question(Scene scene, CaseView.Question asked, Besides.People people) {
        Proposal proposal = people.proposal().orElse(null);
        return new Desk.Question(Asking.of(scene.view(), asked.sourceStage()), asked.sourceStage(), Shown.of(asked.reason()),
                waiting(scene, asked, people),
                next(asked.sourceStage()), against(scene.view()), people.again(),
                proposal == null ? null : proposal(scene, proposal),
                Seen.question(scene.view(), proposal));
    }

    private static Desk.Waiting waiting(Scene scene, CaseView.Question asked, Besides.People people) {
        Formats formats = scene.formats();
        Duration left = people.sla().minus(Duration.between(asked.since(), scene.now()));
        return new Desk.Waiting(formats.duration(Duration.between(asked.since(), scene.now())), formats.time(asked.since()),
                new Desk.Due(formats.duration(left.abs()), left.isNegative()),
                people.claim().map(claim -> holder(scene, claim)).orElse(null));
    }

    private static Desk.Holder holder(Scene scene, Claim claim) {
        return new Desk.Holder(Shown.of(claim.claimedBy()), scene.formats().time(claim.until()),
                claim.claimedBy().equals(scene.reader().name()));
    }

    /** Where an approval leads: after the jury nothing is asked of a person any more. */
    static @Nullable Stage next(Stage source) {
        return source == Stage.JUDGE ? Stage.PUBLISH : source.next().orElse(null);
    }

    private static @Nullable Decision against(CaseView view) {
        Findings.Verdict verdict = view.findings().verdict();
        return verdict == null ? null : switch (verdict.ruling()) {
            case APPROVE -> Decision.REJECTED;
            case MANUAL -> null;
            case REJECT -> Decision.APPROVED;
        };
    }

    private static Desk.Proposal proposal(Scene scene, Proposal proposal) {
        return new Desk.Proposal(proposal.decision(), Shown.of(proposal.by()), scene.formats().time(proposal.at()),
                Shown.of(proposal.notes()), proposal.decision() == against(scene.view()),
                proposal.by().equals(scene.reader().name()));
    }

    private static Desk.@Nullable Decided decided(Scene scene, Optional<AlreadyDecided> untold) {
        if (untold.isPresent()) {
            AlreadyDecided answer = untold.get();
            return new Desk.Decided(Decision.of(answer.decision()), Shown.of(answer.decidedBy()),
                    scene.formats().time(answer.decidedAt()), Shown.of(""), false);
        }
        Findings.Decided told = scene.view().findings().decision();
        return told == null ? null
                : new Desk.Decided(told.decision(), Shown.of(told.decidedBy()), scene.formats().time(told.at()),
                        Shown.of(told.notes()), true);
    }

    private static Desk.Standing standing(Scene scene) {
        if (scene.told().isPast()) {
            return new Desk.Standing(How.PAST, null, "");
        }
        return switch (scene.view().course().state()) {
            case AWAITING_DECISION, IN_REVIEW -> underway(scene);
            case PUBLISHED -> new Desk.Standing(How.PUBLISHED, null, "");
            case REJECTED -> new Desk.Standing(How.REJECTED, null, "");
            case CANCELLED -> new Desk.Standing(How.CANCELLED, null, "");
        };
    }

    private static Desk.Standing underway(Scene scene) {
        Optional<StageAttempt> open = Stream.of(Stage.values()).flatMap(stage -> scene.view().current(stage).stream())
                .filter(attempt -> attempt.status().isOpen()).reduce((earlier, later) -> later);
        Instant stalled = open.map(attempt -> attempt.times().stalledSince()).orElse(null);
        return new Desk.Standing(stalled == null ? How.RUNNING : How.STALLED, open.map(each -> each.key().stage()).orElse(null),
                stalled == null ? "" : scene.formats().minute(stalled));
    }

    private static Desk.Telling telling(Scene scene, CaseEvidence.Telling worst) {
        return new Desk.Telling(
                TellingEvidence.of(scene.view(), scene.told().events().stream().map(Timeline.Entry::event).toList(),
                        Witnesses.of(worst.points()), scene.formats()),
                worst.underway());
    }
}
