package dev.touchstone.review.pages.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.CaseState;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Shown;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.cases.CaseSummary;
import dev.touchstone.review.cases.Queue;
import dev.touchstone.review.cases.QueueFacet;
import dev.touchstone.review.cases.QueueFilter;
import dev.touchstone.review.cases.QueueLine;
import dev.touchstone.review.cases.QueueSection;
import dev.touchstone.review.cases.ReasonKind;
import dev.touchstone.review.pages.Formats;
import dev.touchstone.review.pages.Frame;
import dev.touchstone.review.pages.submission.StepStatus;

/** Shapes what the queue holds for its page. */
final class QueueShaping {

    private static final List<QueueFacet> SELECTS = List.of(QueueFacet.STATE, QueueFacet.REASON, QueueFacet.STAGE,
            QueueFacet.CLAIMED, QueueFacet.OVERDUE, QueueFacet.VERDICT, QueueFacet.SORT);

    private final QueueFilter filter;
    private final Caller reader;
    private final boolean assigns;
    private final Instant now;
    private final Formats formats;
    private final QueueWords words;
    private final QueueView.Common common;

    /**
     * Whom the page is for.
     *
     * @param candidates to whom they can give a case
     */
    record Reader(Caller caller, List<Shown> candidates) {
    }

    QueueShaping(QueueFilter filter, Reader reader, Instant now, Frame frame) {
        this.formats = frame.formats();
        this.words = QueueWords.in(frame.language());
        this.common = new QueueView.Common(filter.query(), words.buttons());
        this.filter = filter;
        this.reader = reader.caller();
        this.assigns = !reader.candidates().isEmpty();
        this.now = now;
    }

    QueueView.Filters filters(Queue.Counts counts, List<Violation> ignored) {
        return new QueueView.Filters(new QueueView.Text(shown(QueueFacet.TEXT), shown(QueueFacet.ORGANIZATION)),
                SELECTS.stream().map(this::select).toList(), presets(), reasons(counts),
                ignored.stream().map(each -> Shown.of(each.pointer().substring(1) + " " + each.detail())).toList());
    }

    private Shown shown(QueueFacet facet) {
        return Shown.of(filter.get(facet).orElse(""));
    }

    private QueueView.Select select(QueueFacet facet) {
        Optional<String> chosen = filter.get(facet);
        return new QueueView.Select(facet, facet.options().stream()
                .map(value -> new QueueView.Option(value, chosen.filter(value::equals).isPresent())).toList());
    }

    private List<QueueView.Preset> presets() {
        Stream<QueueView.Preset> all = Stream.of(QueueView.Wanted.values())
                .filter(wanted -> reader.has(Roles.REVIEWER) || wanted != QueueView.Wanted.MINE).map(wanted -> {
                    QueueFilter preset = new QueueFilter(chosenBy(wanted));
                    return new QueueView.Preset(wanted, href(preset), preset.equals(filter));
                });
        return all.toList();
    }

    private static Map<QueueFacet, String> chosenBy(QueueView.Wanted wanted) {
        return switch (wanted) {
            case ALL -> Map.of();
            case OVERDUE -> Map.of(QueueFacet.OVERDUE, "true");
            case MINE -> Map.of(QueueFacet.CLAIMED, "me");
            case UNCLAIMED -> Map.of(QueueFacet.CLAIMED, "nobody");
            case SECOND -> Map.of(QueueFacet.REASON, ReasonKind.SECOND_REVIEWER.key());
        };
    }

    private List<QueueView.Reason> reasons(Queue.Counts counts) {
        return counts.reasons().entrySet().stream().map(each -> {
            String kind = each.getKey().key();
            boolean current = filter.get(QueueFacet.REASON).filter(kind::equals).isPresent();
            QueueFilter wanted = current ? filter.without(QueueFacet.REASON) : filter.with(QueueFacet.REASON, kind);
            return new QueueView.Reason(each.getKey(), each.getValue(), href(wanted), current);
        }).toList();
    }

    private static String href(QueueFilter wanted) {
        return wanted.isEmpty() ? "/" : "/?" + wanted.query();
    }

    QueueView.Section section(Queue.Page page, Queue.Counts counts) {
        boolean ended = page.section().states().size() > 1;
        QueueFilter here = filter.get(QueueFacet.STATE).isPresent() ? filter
                : filter.with(QueueFacet.STATE, ended ? page.section().key() : page.section().states().getFirst().key());
        long count = filter.get(QueueFacet.STATE).map(state -> QueueShaping.state(state).map(counts.states()::get)
                .orElseGet(() -> counts.of(page.section()))).orElseGet(() -> counts.of(page.section()));
        return new QueueView.Section(page.section(), count,
                page.lines().stream().map(line -> line(line, page.section())).toList(),
                page.next().map(next -> href(here) + "&after=" + next.text()).orElse(""));
    }

    /** Empty for what is no single state. */
    private static Optional<CaseState> state(String key) {
        return Stream.of(CaseState.values()).filter(state -> state.key().equals(key)).findFirst();
    }

    private QueueView.Line line(QueueLine line, QueueSection section) {
        CaseSummary summary = line.summary();
        return new QueueView.Line(link(line), standing(line, section),
                Stream.of(Stage.values()).map(stage -> mark(stage, status(stage, summary))).toList(), ask(line.asked()),
                hands(line), common);
    }

    private QueueView.Standing standing(QueueLine line, QueueSection section) {
        CaseState state = line.standing().state();
        Double trust = line.summary().trustScore();
        return new QueueView.Standing(state, section == QueueSection.ENDED ? words.state(state) : "",
                section == QueueSection.WAITING && line.asked() == null ? words.answered() : "", why(line),
                age(line.standing().since()), trust == null ? "" : formats.figure(trust));
    }

    private QueueView.Age age(Instant since) {
        return new QueueView.Age(words.queue().ago(formats.duration(Duration.between(since, now))), formats.time(since));
    }

    private String why(QueueLine line) {
        QueueLine.Asked asked = line.asked();
        if (asked != null && asked.proposedBy() != null) {
            return words.queue().proposed(Shown.of(asked.proposedBy()).text());
        }
        String reason = Shown.of(line.summary().reason()).text();
        return reason.isEmpty() ? running(line.summary()) : reason;
    }

    /** What is being worked on. */
    private String running(CaseSummary summary) {
        return summary.stages().stream().filter(mark -> mark.stalled() || mark.status().isOpen())
                .map(mark -> words.step(mark.stage(), status(mark)) + progress(mark.progress()))
                .collect(Collectors.joining(" · "));
    }

    private static StepStatus status(CaseSummary.StageMark mark) {
        return StepStatus.of(mark.stage(), mark.status(), mark.stalled());
    }

    private static String progress(StageAttempt.@Nullable Progress progress) {
        return progress == null ? "" : " " + progress.done() + " / " + progress.total();
    }

    private static StepStatus status(Stage stage, CaseSummary summary) {
        return summary.stages().stream().filter(mark -> mark.stage() == stage).findFirst().map(QueueShaping::status)
                .orElse(StepStatus.PENDING);
    }

    private QueueView.Mark mark(Stage stage, StepStatus status) {
        return new QueueView.Mark(status.key(), status.sign(), words.step(stage, status));
    }

    private QueueView.Link link(QueueLine line) {
        CaseSummary.Named agent = line.summary().agent();
        String back = filter.isEmpty() ? "" : "?from=" + URLEncoder.encode(filter.query(), StandardCharsets.UTF_8);
        return new QueueView.Link(line.submissionId().toString(), "/submissions/" + line.submissionId() + back,
                Shown.of(agent.displayName()), Shown.of(agent.ownId()), Shown.of(agent.revision()));
    }

    private QueueView.@Nullable Ask ask(QueueLine.@Nullable Asked asked) {
        if (asked == null) {
            return null;
        }
        boolean overdue = asked.isOverdue(now);
        String time = formats.duration(Duration.between(asked.due(), now).abs());
        return new QueueView.Ask(words.reason(asked.reason()), overdue,
                overdue ? words.queue().overdueBy(time) : words.queue().dueIn(time));
    }

    private QueueView.Hands hands(QueueLine line) {
        QueueLine.Claimed claim = line.claim();
        boolean mine = claim != null && claim.by().equals(reader.name());
        boolean open = line.asked() != null && !reader.isOf(line.standing().organizationId());
        return new QueueView.Hands(claim == null ? "" : holder(claim, mine), mine,
                open && claim == null && reader.has(Roles.REVIEWER),
                open && claim != null && (mine || reader.has(Roles.OPERATOR)), open && assigns);
    }

    private String holder(QueueLine.Claimed claim, boolean mine) {
        String until = formats.time(claim.until());
        return mine ? words.queue().yours(until) : words.queue().theirs(Shown.of(claim.by()).text(), until);
    }
}
