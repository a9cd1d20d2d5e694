package dev.touchstone.review.pages;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Decision;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.Stage;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Findings;
import dev.touchstone.review.PublicAddress;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.cases.RoundLine;
import dev.touchstone.review.cases.Timeline;
import dev.touchstone.review.human.DecisionOutcome.AlreadyDecided;
import dev.touchstone.review.ledger.LedgerLine;

/** Shapes what is known of a review for its page. */
final class Shaping {

    /** More would make the page heavy; the API gives all. */
    static final int EVENTS_SHOWN = 200;

    private Shaping() {
    }

    /**
     * What a page is made of.
     *
     * @param view of the round that is looked at
     * @param rounds all of them
     */
    record Material(CaseView view, List<RoundLine> rounds, List<Timeline.Entry> events, List<LedgerLine> ledger,
            Besides.Known besides) {

        /** An earlier round with what was said in it alone; empty where there is none. */
        Optional<Material> inRound(int number) {
            if (number >= rounds.size()) {
                return number == rounds.size() ? Optional.of(this) : Optional.empty();
            }
            UUID round = rounds.get(number - 1).workflowRunId();
            List<Timeline.Entry> told = events.stream()
                    .filter(entry -> entry.event().review().workflowRunId().equals(round)).toList();
            List<LedgerLine> lines = ledger.stream()
                    .filter(line -> line.place().workflowRunId().equals(round.toString())).toList();
            return view.inRound(number, told.stream().map(Timeline.Entry::event).toList())
                    .map(past -> new Material(past, rounds, told, lines, new Besides.Known(Optional.empty(), besides.offer())));
        }

        boolean isPast() {
            return view.subject().round() < rounds.size();
        }
    }

    static SubmissionView shape(Material material, Submissions.Visit visit, Instant now) {
        CaseView view = material.view();
        SubmissionView.Desk desk = desk(material, visit, now);
        Said said = desk.question() == null ? new Said() : new Said().and(view.course().reason());
        List<Step> steps = Step.of(view, now).stream().map(step -> step.without(said)).toList();
        return new SubmissionView(header(material), desk, steps, EvidenceShaping.shape(view, said), records(material));
    }

    private static SubmissionView.Header header(Material material) {
        CaseView view = material.view();
        CaseView.Subject subject = view.subject();
        CaseState state = view.course().state();
        return new SubmissionView.Header(view.submissionId().toString(),
                new SubmissionView.Named(Shown.of(subject.displayName()), Shown.of(subject.ownId()),
                        Shown.of(subject.review().revision())),
                new SubmissionView.Standing(state, Shown.of(view.course().reason()),
                        subject.review().workflowRunId().toString(), rounds(material)),
                RunShaping.shape(view), source(view));
    }

    private static SubmissionView.Rounds rounds(Material material) {
        int shown = material.view().subject().round();
        return new SubmissionView.Rounds(shown, material.isPast(), material.rounds().stream()
                .map(line -> new SubmissionView.Round(line.round(), line.page(), line.state(), line.round() == shown))
                .toList());
    }

    private static SubmissionView.Source source(CaseView view) {
        ReviewContext context = view.subject().context();
        PublicAddress address = PublicAddress
                .of(view.subject().agent() == null ? "" : view.subject().agent().endpoint().toString());
        SubmissionView.Endpoint endpoint = new SubmissionView.Endpoint(Shown.of(address.text()), address.isCut());
        if (context == null) {
            return new SubmissionView.Source(Shown.of(""), Shown.of(""), Shown.of(""), endpoint, Shown.of(""));
        }
        String branch = context.branch() == null ? "" : context.branch() + " ";
        return new SubmissionView.Source(Shown.of(context.organizationId()), Shown.of(context.repository()),
                Shown.of(branch + Optional.ofNullable(context.commit()).orElse("")), endpoint,
                Shown.of(context.policyVersion()));
    }

    private static SubmissionView.Desk desk(Material material, Submissions.Visit visit, Instant now) {
        CaseView view = material.view();
        CaseView.Question asked = material.isPast() ? null : view.course().question();
        Leave leave = Leave.of(visit.caller(), view);
        Optional<AlreadyDecided> untold = asked == null ? Optional.empty()
                : material.besides().decision().filter(answer -> !answer.decidedAt().isBefore(asked.since()));
        boolean open = asked != null && untold.isEmpty();
        List<Step> retry = material.isPast() || view.course().state().isTerminal() || !leave.retries() ? List.of()
                : Step.of(view, now).stream().filter(step -> step.attempt() > 0).toList();
        return new SubmissionView.Desk(open ? question(view, asked, now) : null, decided(view, untold),
                new SubmissionView.Again(retry, JudgeShaping.offer(material.besides().offer())), leave, visit.puts());
    }

    private static SubmissionView.@Nullable Question question(CaseView view, CaseView.@Nullable Question asked, Instant now) {
        if (asked == null) {
            return null;
        }
        Stage next = asked.sourceStage() == Stage.JUDGE ? Stage.PUBLISH : asked.sourceStage().next().orElse(null);
        List<SubmissionView.Fact> facts = view.current(asked.sourceStage()).map(Shaping::facts).orElse(List.of());
        return new SubmissionView.Question(asked.sourceStage(), Shown.of(asked.reason()),
                new SubmissionView.Wait(Step.age(asked.since(), now), Formats.time(asked.since())), next, facts);
    }

    private static List<SubmissionView.Fact> facts(StageAttempt attempt) {
        return attempt.outcome().metrics().entrySet().stream().map(
                metric -> new SubmissionView.Fact(Shown.of(metric.getKey()), Formats.figure(metric.getValue()))).toList();
    }

    private static SubmissionView.@Nullable Decided decided(CaseView view, Optional<AlreadyDecided> untold) {
        if (untold.isPresent()) {
            AlreadyDecided answer = untold.get();
            return new SubmissionView.Decided(Decision.of(answer.decision()), Shown.of(answer.decidedBy()),
                    Formats.time(answer.decidedAt()), Shown.of(""), false);
        }
        Findings.Decided told = view.findings().decision();
        return told == null ? null
                : new SubmissionView.Decided(told.decision(), Shown.of(told.decidedBy()), Formats.time(told.at()),
                        Shown.of(told.notes()), true);
    }

    private static SubmissionView.Records records(Material material) {
        List<SubmissionView.LedgerEntry> ledger = material.ledger().stream()
                .sorted(Comparator.comparingLong((LedgerLine line) -> line.place().index()).reversed())
                .map(line -> new SubmissionView.LedgerEntry(line.place().index(), line.place().stage(),
                        line.place().attempt(), Shown.of(line.recorded().event()),
                        new SubmissionView.Sealed(Formats.time(Instant.parse(line.place().generatedAt())),
                                digest(line.digest()))))
                .toList();
        List<SubmissionView.Event> newest = Stream.of(material.events()).map(List::reversed).flatMap(List::stream)
                .limit(EVENTS_SHOWN).map(Shaping::event).toList();
        return new SubmissionView.Records(
                JudgeShaping.judged(material.events().stream().map(Timeline.Entry::event).toList(),
                        material.view().subject().rounds()),
                ledger, newest, material.events().size());
    }

    private static SubmissionView.Event event(Timeline.Entry entry) {
        return new SubmissionView.Event(entry.event().stage(), entry.event().attempt(), entry.event().severity(),
                new SubmissionView.What(Shown.of(entry.event().event()), Telling.of(entry.event()),
                        Telling.data(entry.event()), Shown.of(entry.event().origin().actor().name())),
                new SubmissionView.When(Formats.time(entry.event().origin().occurredAt()),
                        entry.event().position().sequence()));
    }

    static SubmissionView.Digest digest(String whole) {
        return new SubmissionView.Digest(whole, Formats.shortDigest(whole));
    }
}
