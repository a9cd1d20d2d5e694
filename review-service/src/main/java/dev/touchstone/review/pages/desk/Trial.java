package dev.touchstone.review.pages.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.access.Caller;
import dev.touchstone.events.outbox.CausalClock;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.Problems.Violation;
import dev.touchstone.review.Sight;
import dev.touchstone.review.cases.CaseFile;
import dev.touchstone.review.human.DecisionOutcome;
import dev.touchstone.review.human.Decisions;
import dev.touchstone.review.human.Retries;
import dev.touchstone.review.human.RetryOutcome;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Tries what a form asks for, each time in a transaction of its own. */
@ApplicationScoped
class Trial {

    private static final RetryOutcome TWOFOLD = new RetryOutcome.Invalid(List.of(
            new Violation("/llmOverride", "is either one of the suggestions or values of your own, not both")));

    private final Decisions decisions;
    private final Retries retries;
    private final CaseFile file;
    private final CausalClock causality;

    Trial(Decisions decisions, Retries retries, CaseFile file, CausalClock causality) {
        this.decisions = decisions;
        this.retries = retries;
        this.file = file;
        this.causality = causality;
    }

    Uni<Tried<DecisionOutcome>> decision(Form form, Caller caller) {
        Supplier<Uni<String>> now = () -> view(form, caller).flatMap(found -> decisions.proposal(form.submissionId())
                .map(proposal -> found.map(view -> Seen.question(view, proposal.orElse(null))).orElse("")));
        return of(form, now, () -> decisions.decide(form.decision(), caller), Trial::isTaken);
    }

    Uni<Tried<RetryOutcome>> retry(Form form, Caller caller) {
        Supplier<Uni<String>> now = () -> view(form, caller).map(found -> found.map(Seen::attempts).orElse(""));
        return of(form, now, () -> form.isTwofold() ? Uni.createFrom().item(TWOFOLD) : retries.ask(form.retry(), caller),
                outcome -> outcome instanceof RetryOutcome.Asked);
    }

    private Uni<Optional<CaseView>> view(Form form, Caller caller) {
        return file.view(form.submissionId(), Sight.of(caller));
    }

    /** The review's turn is taken first: what is seen then stays so until the transaction ends. */
    private <T> Uni<Tried<T>> of(Form form, Supplier<Uni<String>> now, Supplier<Uni<T>> act, Predicate<T> takes) {
        return Panache.withTransaction(() -> causality.observe(form.submissionId(), 1).chain(() -> now.get())
                .map(seen -> !seen.equals(form.seen()))
                .flatMap(stale -> act.get().map(outcome -> new Tried<>(outcome, stale,
                        takes.test(outcome) && !stale && form.press() == Form.Press.CONFIRM)))
                .call(tried -> tried.kept() ? Uni.createFrom().voidItem() : undo()));
    }

    private static Uni<Void> undo() {
        return Panache.currentTransaction().invoke(transaction -> transaction.markForRollback()).replaceWithVoid();
    }

    private static boolean isTaken(DecisionOutcome outcome) {
        return outcome instanceof DecisionOutcome.Taken || outcome instanceof DecisionOutcome.AwaitsSecond;
    }
}
