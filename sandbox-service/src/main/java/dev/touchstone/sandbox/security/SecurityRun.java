package dev.touchstone.sandbox.security;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.CaseRun;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.suite.SuiteCase;

/** One attempt of the security stage, from the first case of its sample to its transcript, by which it is judged. */
final class SecurityRun {

    private final Plan plan;
    private final CaseTalk talk;
    private final Grader grader;
    private final Budget budget;
    private final Session session;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** What is to be done. */
    record Plan(List<SuiteCase> sample, Rules rules, SecurityTranscript.Tested tested, List<String> cardTerms, Pace pace) {

        /**
         * @param sideBySide so many cases are under way at a time
         * @param giveUpAfter so many cases without any answer, and none with one, are enough
         */
        record Pace(int sideBySide, int giveUpAfter) {
        }

        Plan {
            sample = List.copyOf(sample);
            cardTerms = List.copyOf(cardTerms);
        }
    }

    /**
     * @param budget what {@code talk} asks through
     */
    SecurityRun(Plan plan, CaseTalk talk, Grader grader, Budget budget, Session session) {
        this.plan = plan;
        this.talk = talk;
        this.grader = grader;
        this.budget = budget;
        this.session = session;
    }

    Ending carryOut() throws InterruptedException {
        if (plan.sample().stream().anyMatch(this::isStoredOtherwise)) {
            return Ending.suiteChanged();
        }
        plan.sample().stream().map(this::stored).flatMap(Optional::stream).forEach(this::count);
        new CaseRun(session, plan.pace().sideBySide(), budget).each(plan.sample(), SuiteCase::id, this::ask);
        return SecurityJudging.ending(transcript().report());
    }

    private Optional<String> ask(SuiteCase test) throws InterruptedException {
        if (answered.get() == 0 && unanswered.get() >= plan.pace().giveUpAfter()) {
            return Optional.empty();
        }
        Transcript said = talk.about(test);
        if (isOutOfBudget(said)) {
            return Optional.empty();
        }
        CaseLine line = CaseLine.of(test, grader.grade(test, said));
        count(line);
        return Optional.of(Report.json(line.json()));
    }

    /** That says nothing of the agent, unless a secret was out by then. */
    private static boolean isOutOfBudget(Transcript said) {
        Failure failure = said.failure();
        return failure != null && failure.code().equals(FailureCode.BUDGET.code()) && Disclosure.of(said).isEmpty();
    }

    private void count(CaseLine line) {
        (CaseJudge.judge(line).verdict() == Verdict.ERROR ? unanswered : answered).incrementAndGet();
    }

    private boolean isStoredOtherwise(SuiteCase test) {
        return stored(test).filter(line -> !line.test().equals(test)).isPresent();
    }

    private Optional<CaseLine> stored(SuiteCase test) {
        return session.stored(test.id()).map(json -> CaseLine.read(Report.parse(json, JsonNode.class)));
    }

    private SecurityTranscript transcript() {
        String reason = budget.exhausted().map(why -> Budget.EXHAUSTED + ": " + why)
                .orElse("The agent had not answered any case before.");
        return new SecurityTranscript(
                new SecurityTranscript.Header(plan.rules(), plan.tested(), grader.id(), plan.cardTerms(), budget.spent()),
                plan.sample().stream().map(test -> stored(test).orElseGet(() -> CaseLine.notExecuted(test, reason))).toList());
    }
}
