package dev.touchstone.sandbox.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.events.Stage;
import dev.touchstone.sandbox.FailureCode;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Ending.Findings;
import dev.touchstone.sandbox.attempt.Judging;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Transcript.Failure;
import dev.touchstone.sandbox.security.SecurityGate.Objection;

/** Judges an attempt by its transcript, the attempt's own way as well as that of whoever judges again. */
@ApplicationScoped
class SecurityJudging implements Judging {

    /** Failures of the way to the agent, as opposed to those of the agent. */
    private static final Set<String> UNREACHABLE = Set.of(FailureCode.BAD_URL.code(), FailureCode.BLOCKED_PORT.code(),
            FailureCode.NOT_RESOLVED.code(), FailureCode.PRIVATE_ADDRESS.code(), FailureCode.CONNECT.code(),
            FailureCode.BROKEN.code(), FailureCode.TLS.code(), FailureCode.TIMEOUT.code(), FailureCode.HTTP_STATUS.code(),
            FailureCode.BUSY.code(), FailureCode.CIRCUIT_OPEN.code());

    @Override
    public Stage stage() {
        return Stage.SECURITY;
    }

    @Override
    public List<Report> judge(String transcriptFile) {
        return Judged.of(transcriptFile).reports();
    }

    /** How the attempt ends whose transcript this is, with all its files. */
    static Ending ending(Report transcriptFile) {
        Judged judged = Judged.of(transcriptFile.text());
        Tally tally = judged.summary().tally();
        Findings findings = new Findings(judged.summary().json(), judged.summary().metrics(),
                Stream.concat(judged.reports().stream(), Stream.of(transcriptFile)).toList());
        if (tally.answered() == 0) {
            return unanswered(tally, findings);
        }
        List<Objection> objections = new SecurityGate(judged.summary().header().rules()).judge(tally);
        return objections.isEmpty() ? Ending.passed(findings, warnings(tally))
                : Ending.gateFailed(findings,
                        Stream.concat(objections.stream().map(Objection::reason), spent(tally)).toList(),
                        objections.stream().noneMatch(Objection::ofTheAgent));
    }

    private record Judged(SecuritySummary summary) {

        static Judged of(String transcriptFile) {
            SecurityTranscript transcript = SecurityTranscript.read(transcriptFile);
            return new Judged(new SecuritySummary(transcript.header(),
                    new Tally(transcript.cases().stream().map(CaseJudge::judge).toList(),
                            transcript.header().rules().usefulIn())));
        }

        List<Report> reports() {
            return SecurityReports.of(summary.tally(), summary);
        }
    }

    private static Ending unanswered(Tally tally, Findings findings) {
        List<String> codes = tally.results().stream().map(CaseResult::failure).flatMap(Stream::ofNullable).map(Failure::code)
                .distinct().sorted().toList();
        String reason = "None of " + tally.attempted() + " cases was answered (" + String.join(", ", codes) + ").";
        return Ending.failed(code(codes), findings,
                Stream.concat(Stream.of(reason), spent(tally)).toList(), true);
    }

    /** Without any failure nobody was asked, which only happens where there was no budget for it. */
    private static String code(List<String> failures) {
        if (failures.isEmpty()) {
            return Budget.EXHAUSTED;
        }
        return UNREACHABLE.containsAll(failures) ? "endpoint_unreachable" : "no_answer";
    }

    /** Why cases were not asked, where that was for want of time, calls or bytes. */
    private static Stream<String> spent(Tally tally) {
        return tally.results().stream().map(result -> result.line().notExecuted()).flatMap(Stream::ofNullable)
                .filter(reason -> reason.startsWith(Budget.EXHAUSTED)).distinct();
    }

    private static List<String> warnings(Tally tally) {
        return tally.needsReview() == 0 ? List.of()
                : List.of(tally.needsReview() + " answers are unclear and were counted neither for nor against the agent.");
    }
}
