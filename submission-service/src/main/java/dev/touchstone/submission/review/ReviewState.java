package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Stage;
import dev.touchstone.submission.policy.Assessment;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Where a round of a review stands. A state has only the methods that lead out of it, so an illegal transition does not
 * compile: nothing but a precheck can be violated, nothing but a publication can be published, a person is never told to
 * have stalled, and nothing leads out of an ended round but a new one. In an {@link Open} state exactly one attempt is
 * open, that of its stage; in an {@link Ended} one none is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
        @JsonSubTypes.Type(value = ReviewState.Prechecking.class, name = "prechecking"),
        @JsonSubTypes.Type(value = ReviewState.Testing.class, name = "testing"),
        @JsonSubTypes.Type(value = ReviewState.Judging.class, name = "judging"),
        @JsonSubTypes.Type(value = ReviewState.AwaitingDecision.class, name = "awaiting-decision"),
        @JsonSubTypes.Type(value = ReviewState.Publishing.class, name = "publishing"),
        @JsonSubTypes.Type(value = ReviewState.Published.class, name = "published"),
        @JsonSubTypes.Type(value = ReviewState.Rejected.class, name = "rejected"),
        @JsonSubTypes.Type(value = ReviewState.Cancelled.class, name = "cancelled")
})
@RegisterForReflection
public sealed interface ReviewState {

    History history();

    /** Something can still happen. */
    sealed interface Open extends ReviewState permits Working, AwaitingDecision {

        /** The stage whose latest attempt is waited for. */
        Stage stage();

        /** The same state with a history in which only notes and progress differ. */
        Open noting(History history);

        /** A person asks for a stage that has run, and all after it, again. */
        default Transition again(Course course, Stage stage, String reason) {
            return course.again(stage, reason);
        }

        /** The submitter takes the submission back. */
        default Transition cancelled(Course course, String reason, Actor by) {
            return course.cancel(stage(), reason, by);
        }
    }

    /** A service is waited for. */
    sealed interface Working extends Open permits Prechecking, Testing, Judging, Publishing {

        /** The attempt takes too long and is offered again. */
        default Transition stalled(Course course, Instant since) {
            return course.offerAgain(stage(), since);
        }
    }

    /** Nothing leads out of it but a new round, which begins anew. */
    sealed interface Ended extends ReviewState permits Published, Rejected, Cancelled {

        /** @param newRound where nothing has happened yet */
        default Transition reopened(Course newRound, String reason, Actor by) {
            return newRound.request(Stage.PRECHECK, "reopened: " + reason).by(by);
        }
    }

    @RegisterForReflection
    record Prechecking(History history) implements Working {

        @Override
        public Stage stage() {
            return Stage.PRECHECK;
        }

        @Override
        public Open noting(History newHistory) {
            return new Prechecking(newHistory);
        }

        Transition passed(Course course) {
            return course.request(Stage.SECURITY, "precheck passed");
        }

        Transition violated(Course course, List<String> reasons) {
            return course.reject(reasons, "Precheck found violations");
        }

        Transition notCarriedOut(Course course, String reason) {
            return course.escalate(Stage.PRECHECK, reason);
        }
    }

    /** At one of the two gates. */
    @RegisterForReflection
    record Testing(Stage stage, History history) implements Working {

        public Testing {
            if (stage != Stage.SECURITY && stage != Stage.FUNCTIONAL) {
                throw new IllegalArgumentException(stage + " is not a gate");
            }
        }

        @Override
        public Open noting(History newHistory) {
            return new Testing(stage, newHistory);
        }

        Transition passed(Course course) {
            return course.after(stage, stage.key() + " passed");
        }

        Transition notPassed(Course course, String reason) {
            return course.escalate(stage, reason);
        }
    }

    @RegisterForReflection
    record Judging(History history) implements Working {

        @Override
        public Stage stage() {
            return Stage.JUDGE;
        }

        @Override
        public Open noting(History newHistory) {
            return new Judging(newHistory);
        }

        Transition judged(Course course, Assessment assessment) {
            return course.rule(assessment);
        }

        Transition notCarriedOut(Course course, String reason) {
            return course.escalate(Stage.JUDGE, reason);
        }
    }

    /** A person is asked; the question is the history's escalation. */
    @RegisterForReflection
    record AwaitingDecision(History history) implements Open {

        @Override
        public Stage stage() {
            return Stage.HUMAN;
        }

        @Override
        public Open noting(History newHistory) {
            return new AwaitingDecision(newHistory);
        }

        Transition approved(Course course, Stage sourceStage, String because) {
            return course.after(sourceStage, because);
        }

        Transition rejected(Course course, List<String> reasons, String because) {
            return course.reject(reasons, because);
        }
    }

    @RegisterForReflection
    record Publishing(History history) implements Working {

        @Override
        public Stage stage() {
            return Stage.PUBLISH;
        }

        @Override
        public Open noting(History newHistory) {
            return new Publishing(newHistory);
        }

        Transition published() {
            return Transition.silent(new Published(history));
        }

        Transition notCarriedOut(Course course, String reason) {
            return course.escalate(Stage.PUBLISH, reason);
        }
    }

    @RegisterForReflection
    record Published(History history) implements Ended {
    }

    /** @param by the name of the person who took it back */
    @RegisterForReflection
    record Cancelled(History history, String reason, String by) implements Ended {
    }

    @RegisterForReflection
    record Rejected(History history, List<String> reasons, String statusReason) implements Ended {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
