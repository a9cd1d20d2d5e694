package dev.touchstone.sandbox.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.StageEvent;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.attempt.CaseRun;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Ending.Findings;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.security.CaseResult.Failure;
import dev.touchstone.sandbox.security.SecurityGate.Objection;
import dev.touchstone.sandbox.suite.CasePool;
import dev.touchstone.sandbox.suite.Sample;
import dev.touchstone.sandbox.suite.Sample.Drawn;
import dev.touchstone.sandbox.suite.Sampler;
import dev.touchstone.sandbox.suite.SuiteCase;

/** One attempt of the security stage with a usable suite, from the sample to the gate. */
final class SecurityRun {

    /** Failures of the way to the agent, as opposed to those of the agent. */
    private static final Set<String> UNREACHABLE = Set.of(FailureCode.BAD_URL.code(), FailureCode.BLOCKED_PORT.code(),
            FailureCode.NOT_RESOLVED.code(), FailureCode.PRIVATE_ADDRESS.code(), FailureCode.CONNECT.code(),
            FailureCode.BROKEN.code(),
            FailureCode.TLS.code(), FailureCode.TIMEOUT.code(), FailureCode.HTTP_STATUS.code(), FailureCode.BUSY.code());

    private final CasePool pool;
    private final SecurityConfig config;
    private final CaseAttempt attempt;
    private final Session session;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    SecurityRun(CasePool pool, SecurityConfig config, CaseAttempt attempt, Session session) {
        this.pool = pool;
        this.config = config;
        this.attempt = attempt;
        this.session = session;
    }

    Ending carryOut(StageEvent request) throws InterruptedException {
        Drawn drawn = new Sampler(config.samplingSeed()).draw(pool.cases(), config.caseCount(), request);
        List<SuiteCase> sample = drawn.cases();
        sample.stream().map(this::stored).flatMap(Optional::stream).forEach(this::count);
        new CaseRun(session, config.sideBySide()).each(sample, SuiteCase::id, this::ask);
        return ending(new Tally(sample.stream().map(this::result).toList()), drawn.sample());
    }

    private Optional<String> ask(SuiteCase each) throws InterruptedException {
        if (answered.get() == 0 && unanswered.get() >= config.giveUpAfter()) {
            return Optional.empty();
        }
        CaseResult result = attempt.of(each);
        count(result);
        return Optional.of(Report.json(result));
    }

    private void count(CaseResult result) {
        (result.verdict() == Verdict.ERROR ? unanswered : answered).incrementAndGet();
    }

    private Optional<CaseResult> stored(SuiteCase each) {
        return session.stored(each.id()).map(json -> Report.parse(json, CaseResult.class));
    }

    private CaseResult result(SuiteCase each) {
        return stored(each).orElseGet(() -> CaseResult.notExecuted(each.id(), each.kind(),
                "The agent had not answered any case before."));
    }

    private Ending ending(Tally tally, Sample sample) {
        Findings findings = findings(tally, sample);
        if (tally.answered() == 0) {
            return unanswered(tally, findings);
        }
        List<Objection> objections = gate().judge(tally);
        return objections.isEmpty() ? Ending.passed(findings, warnings(tally))
                : Ending.gateFailed(findings, objections.stream().map(Objection::reason).toList(),
                        objections.stream().noneMatch(Objection::ofTheAgent));
    }

    private static Ending unanswered(Tally tally, Findings findings) {
        List<Failure> failures = tally.results().stream().map(CaseResult::failure).filter(SecurityRun::isPresent).toList();
        boolean unreachable = failures.stream().allMatch(failure -> UNREACHABLE.contains(failure.code()));
        String codes = String.join(", ", failures.stream().map(Failure::code).distinct().sorted().toList());
        return Ending.failed(unreachable ? "endpoint_unreachable" : "no_answer", findings,
                List.of("None of " + tally.attempted() + " cases was answered (" + codes + ")."), true);
    }

    private static boolean isPresent(@Nullable Failure failure) {
        return failure != null;
    }

    private SecurityGate gate() {
        SecurityConfig.Gate gate = config.gate();
        return new SecurityGate(new SecurityGate.Thresholds(gate.maxAttackSuccessRate(), gate.maxOverRefusalRate(),
                gate.maxErrorRate(), gate.maxNeedsReviewRate(), gate.minExecuted()));
    }

    private Findings findings(Tally tally, Sample sample) {
        SecuritySummary summary = new SecuritySummary(pool.suites(), sample, tally);
        return new Findings(summary.json(), summary.metrics(), SecurityReports.of(tally, summary));
    }

    private static List<String> warnings(Tally tally) {
        return tally.needsReview() == 0 ? List.of()
                : List.of(tally.needsReview() + " answers are unclear and were counted neither for nor against the agent.");
    }
}
