package dev.touchstone.review.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.touchstone.review.CaseState;
import dev.touchstone.review.CaseView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The queue for clients, in the order of the page. */
@RegisterForReflection
record QueueAnswer(Map<String, Long> counts, List<Line> cases) {

    @RegisterForReflection
    record Line(UUID submissionId, @JsonUnwrapped ProgressAnswer.Agent agent, CaseState state, @JsonUnwrapped Waiting waiting,
            String progress) {
    }

    @RegisterForReflection
    record Waiting(@Nullable String reason, @Nullable Instant waitingSince, Instant changedAt) {
    }

    static QueueAnswer of(Map<CaseState, Long> counts, List<CaseView> cases) {
        return new QueueAnswer(
                counts.entrySet().stream().collect(Collectors.toMap(count -> count.getKey().key(), Map.Entry::getValue)),
                cases.stream().map(QueueAnswer::line).toList());
    }

    private static Line line(CaseView view) {
        CaseView.Subject subject = view.subject();
        CaseView.Question question = view.course().question();
        return new Line(view.submissionId(),
                new ProgressAnswer.Agent(subject.review().agentId(), subject.review().revision(), subject.displayName()),
                view.course().state(), new Waiting(view.course().reason(), question == null ? null : question.since(),
                        view.course().changedAt()),
                "/review/progress/" + view.submissionId());
    }
}
