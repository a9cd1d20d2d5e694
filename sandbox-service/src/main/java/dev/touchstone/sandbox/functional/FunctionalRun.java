package dev.touchstone.sandbox.functional;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.touchstone.events.Stage;
import dev.touchstone.events.jobs.Session;
import dev.touchstone.sandbox.attempt.Budget;
import dev.touchstone.sandbox.attempt.CaseRun;
import dev.touchstone.sandbox.attempt.Ending;
import dev.touchstone.sandbox.attempt.Ending.Findings;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.TranscriptFile;
import dev.touchstone.sandbox.functional.FunctionalJudging.Judged;

/** One attempt of the functional stage, from the first question to the gate. */
final class FunctionalRun {

    private static final String ITEM = "scenario/";

    private final Plan plan;
    private final ScenarioAttempt attempt;
    private final FunctionalJudging judging;
    private final CaseRun cases;
    private final Session session;

    FunctionalRun(Plan plan, ScenarioAttempt attempt, FunctionalJudging judging, CaseRun cases, Session session) {
        this.plan = plan;
        this.attempt = attempt;
        this.judging = judging;
        this.cases = cases;
        this.session = session;
    }

    Ending carryOut() throws InterruptedException {
        if (plan.scenarios().stream().anyMatch(this::isStoredOtherwise)) {
            return Ending.suiteChanged();
        }
        cases.each(plan.scenarios(), FunctionalRun::item, scenario -> attempt.at(scenario).map(Report::json));
        Report transcript = TranscriptFile.of(Stage.FUNCTIONAL, plan.header().json(),
                plan.scenarios().stream().map(this::line).toList());
        return ending(judging.judged(transcript.text()), transcript);
    }

    /** How many of the stored scenarios the evaluator was asked about, by whichever worker. */
    static int evaluated(Plan plan, Session session) {
        return (int) plan.scenarios().stream().flatMap(scenario -> session.stored(item(scenario)).stream())
                .map(json -> Report.parse(json, ScenarioLine.class).transcript())
                .filter(transcript -> transcript != null && !transcript.assessments().isEmpty()).count();
    }

    private static String item(Scenario scenario) {
        return ITEM + scenario.id();
    }

    private boolean isStoredOtherwise(Scenario scenario) {
        return stored(scenario).filter(line -> !line.scenario().equals(scenario)).isPresent();
    }

    private Optional<ScenarioLine> stored(Scenario scenario) {
        return session.stored(item(scenario)).map(json -> Report.parse(json, ScenarioLine.class));
    }

    private ScenarioLine line(Scenario scenario) {
        return stored(scenario).orElseGet(
                () -> new ScenarioLine(scenario, null, Budget.EXHAUSTED + ": the scenario was not tried to its end."));
    }

    private static Ending ending(Judged judged, Report transcript) {
        ScenarioTally tally = judged.tally();
        FunctionalSummary summary = judged.summary();
        List<Report> reports = Stream.concat(FunctionalReports.of(tally, summary).stream(), Stream.of(transcript)).toList();
        Findings findings = new Findings(summary.json(), summary.metrics(), reports);
        if (tally.isEmpty()) {
            return unanswered(tally, findings);
        }
        List<String> reasons = judged.header().rules().gate().judge(tally);
        return reasons.isEmpty() ? Ending.passed(findings, warnings(tally))
                : Ending.gateFailed(findings, reasons, tally.count(Grade.ERROR) + tally.count(Grade.NOT_EXECUTED) > 0);
    }

    private static Ending unanswered(ScenarioTally tally, Findings findings) {
        List<String> codes = tally.results().stream().map(ScenarioResult::failure).flatMap(Stream::ofNullable)
                .map(Transcript.Failure::code).distinct().sorted().toList();
        if (codes.isEmpty()) {
            return Ending.failed(Budget.EXHAUSTED, findings,
                    List.of("The budget of the attempt was spent before a scenario was tried to its end."), true);
        }
        return Ending.failed("endpoint_unreachable", findings, List.of("None of " + tally.results().size()
                + " questions was answered (" + String.join(", ", codes) + ")."), true);
    }

    private static List<String> warnings(ScenarioTally tally) {
        long unclear = tally.count(Grade.NEEDS_REVIEW);
        return unclear == 0 ? List.of() : List.of(unclear + " answers are unclear; a person has to read them.");
    }
}
