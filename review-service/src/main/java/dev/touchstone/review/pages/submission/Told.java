package dev.touchstone.review.pages.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.touchstone.review.CaseView;
import dev.touchstone.review.cases.RoundLine;
import dev.touchstone.review.cases.Timeline;

/**
 * What was told of a review, or of one of its rounds.
 *
 * @param view of the round that is looked at
 * @param rounds all of them
 * @param events in the timeline's order
 */
public record Told(CaseView view, List<RoundLine> rounds, List<Timeline.Entry> events) {

    public Told {
        rounds = List.copyOf(rounds);
        events = List.copyOf(events);
    }

    /** An earlier round with what was said in it alone; empty where there is none. */
    Optional<Told> inRound(int number) {
        if (number >= rounds.size()) {
            return number == rounds.size() ? Optional.of(this) : Optional.empty();
        }
        UUID round = rounds.get(number - 1).workflowRunId();
        List<Timeline.Entry> said = events.stream()
                .filter(entry -> entry.event().review().workflowRunId().equals(round)).toList();
        return view.inRound(number, said.stream().map(Timeline.Entry::event).toList())
                .map(past -> new Told(past, rounds, said));
    }

    /** Whether another round followed. */
    public boolean isPast() {
        return view.subject().round() < rounds.size();
    }
}
