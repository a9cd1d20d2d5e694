package dev.touchstone.review.pages.queue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.access.Roles;
import dev.touchstone.review.Shown;
import dev.touchstone.review.cases.Queue;
import dev.touchstone.review.cases.QueueFacet;
import dev.touchstone.review.cases.QueueFilter;
import dev.touchstone.review.cases.QueuePosition;
import dev.touchstone.review.cases.QueueSection;
import dev.touchstone.review.human.Reviewers;
import dev.touchstone.review.pages.Answering;
import dev.touchstone.review.pages.Frame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Gathers what the queue's page shows. Works in the caller's session. */
@ApplicationScoped
class QueuePages {

    /** What awaits a decision is looked through; of the rest, the latest are shown until somebody asks for more. */
    private static final int LINES = 50;
    private static final int LINES_BESIDE = 15;

    private final Queue queue;
    private final Reviewers reviewers;
    private final Answering answering;
    private final Clock clock;

    QueuePages(Queue queue, Reviewers reviewers, Answering answering, Clock clock) {
        this.queue = queue;
        this.reviewers = reviewers;
        this.answering = answering;
        this.clock = clock;
    }

    /**
     * Which lines are wanted.
     *
     * @param after where the page before ended; one that does not fit the filter is none
     */
    record Visit(QueueFilter.Reading reading, Optional<QueuePosition> after, Caller reader) {

        QueueFilter filter() {
            return reading.filter();
        }

        String path() {
            return filter().isEmpty() ? "/" : "/?" + filter().query();
        }

        /** The one that goes on, or all that can have such cases. */
        List<QueueSection> sections() {
            return after.map(position -> List.of(position.section())).orElseGet(filter()::sections);
        }

        int lines(QueueSection section) {
            return section == QueueSection.WAITING || filter().get(QueueFacet.STATE).isPresent() ? LINES : LINES_BESIDE;
        }
    }

    Uni<Response> page(int status, Visit visit, QueueView.@Nullable Problem problem) {
        Frame frame = answering.frame(visit.path(), visit.reader());
        return reviewers.note(visit.reader()).chain(() -> candidates(visit.reader()))
                .flatMap(candidates -> view(visit, candidates, frame, problem))
                .flatMap(view -> answering.page(status, new QueuePage(view, frame), frame));
    }

    private Uni<QueueView> view(Visit visit, List<Shown> candidates, Frame frame, QueueView.@Nullable Problem problem) {
        QueueShaping shaping = new QueueShaping(visit.filter(), new QueueShaping.Reader(visit.reader(), candidates),
                clock.instant(), frame);
        return queue.counts(visit.filter(), visit.reader())
                .flatMap(counts -> sections(visit, shaping, counts)
                        .map(sections -> new QueueView(shaping.filters(counts, visit.reading().violations()), sections,
                                candidates, problem)));
    }

    private Uni<List<QueueView.Section>> sections(Visit visit, QueueShaping shaping, Queue.Counts counts) {
        return Multi.createFrom().iterable(visit.sections())
                .onItem().transformToUniAndConcatenate(section -> page(visit, section))
                .map(page -> shaping.section(page, counts)).collect().asList();
    }

    private Uni<Queue.Page> page(Visit visit, QueueSection section) {
        return visit.after().map(position -> queue.page(visit.filter(), visit.reader(), position, visit.lines(section)))
                .orElseGet(() -> queue.page(visit.filter(), visit.reader(), section, visit.lines(section)));
    }

    private Uni<List<Shown>> candidates(Caller reader) {
        return reader.has(Roles.OPERATOR) ? reviewers.names().map(names -> names.stream().map(Shown::of).toList())
                : Uni.createFrom().item(List.of());
    }
}
