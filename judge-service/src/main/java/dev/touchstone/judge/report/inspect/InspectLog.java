package dev.touchstone.judge.report.inspect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.StageEvent;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.report.Heard;
import dev.touchstone.judge.report.JudgeReport;
import dev.touchstone.judge.report.Judged;
import dev.touchstone.judge.report.ReportJson;

/** Writes an attempt as Inspect's log. Pure: one attempt gives the same bytes however often it is taken up. */
public final class InspectLog {

    /** No juror's name has a slash. */
    static final String VERDICT = "touchstone/verdict";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final StageEvent request;
    private final AgentTarget agent;
    private final JudgeReport report;
    private final Map<String, EvalSpec.Role> roles = new LinkedHashMap<>();

    private InspectLog(StageEvent request, AgentTarget agent, JudgeReport report) {
        this.request = request;
        this.agent = agent;
        this.report = report;
        models(report.jury().choice()).forEach(model -> roles.put(model.juror(), role(model)));
    }

    /** {@code judge_eval.json} */
    public static byte[] of(StageEvent request, AgentTarget agent, JudgeReport report) {
        return ReportJson.document(new InspectLog(request, agent, report).log());
    }

    private EvalLog log() {
        List<Sampling> questions = report.judged().stream().map(each -> new Sampling(each, model(), roles)).toList();
        List<EvalSample> samples = questions.stream().map(Sampling::sample).toList();
        Map<String, ModelUsage> usage = ModelUsage.of(questions.stream().flatMap(each -> each.replies().stream()).toList());
        EvalLog.Plan plan = new EvalLog.Plan("plan",
                List.of(new EvalLog.Step("relay", Map.of("protocol", agent.protocol().key()), Map.of())));
        EvalSpec spec = spec();
        return new EvalLog(EvalLog.VERSION, EvalLog.SUCCESS, spec, plan, results(samples), EvalLog.Stats.of(usage), false,
                List.of(), spec.metadata(), samples);
    }

    private EvalSpec spec() {
        List<String> ids = report.judged().stream().map(each -> each.examined().question().id()).toList();
        String attempt = "judge-" + request.attempt();
        String round = request.review().workflowRunId().toString();
        return new EvalSpec(round + "-" + attempt, round, time(request.origin().occurredAt()),
                new EvalSpec.Task("judge", attempt, report.jury().method().prompts(), report.jury().method()),
                new EvalSpec.Dataset("questions to " + model(), ids.size(), ids, false), model(), roles,
                EvalSpec.Config.ONCE, scorers(), metadata());
    }

    /** What answers: the agent. */
    private String model() {
        return request.review().agentId();
    }

    private List<EvalSpec.Scorer> scorers() {
        List<EvalSpec.Scorer> scorers = new ArrayList<>();
        for (Juror juror : report.jury().jurors()) {
            scorers.add(new EvalSpec.Scorer(juror.name(), Map.of("mechanism", juror.mechanism().key())));
        }
        scorers.add(new EvalSpec.Scorer(VERDICT, Map.of()));
        return scorers;
    }

    private Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("submission", request.submissionId().toString());
        metadata.put("revision", request.review().revision());
        metadata.put("attempt", request.attempt());
        metadata.put("verdict", report.verdict().verdict());
        metadata.put("reasons", report.verdict().reasons());
        return metadata;
    }

    private EvalResults results(List<EvalSample> samples) {
        int answered = (int) report.judged().stream().map(Judged::examined)
                .filter(each -> each.heard() instanceof Heard.Answered).count();
        List<EvalResults.Scores> scores = new ArrayList<>();
        report.jury().jurors().forEach(juror -> scores.add(scores(juror.name(), samples.size())));
        scores.add(scores(VERDICT, samples.size(), samples.size(), report.metrics()));
        return new EvalResults(samples.size(), answered, scores);
    }

    private EvalResults.Scores scores(String juror, int samples) {
        double[] points = report.judged().stream().flatMap(each -> each.examined().opinions().stream())
                .filter(opinion -> opinion.juror().equals(juror)).map(Sampling::points).filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue).toArray();
        Map<String, @Nullable Double> mean = new LinkedHashMap<>();
        Arrays.stream(points).average().ifPresent(average -> mean.put("mean", average));
        return scores(juror, points.length, samples, mean);
    }

    private static EvalResults.Scores scores(String scorer, int scored, int samples, Map<String, @Nullable Double> figures) {
        Map<String, EvalResults.Metric> metrics = new LinkedHashMap<>();
        figures.forEach((name, value) -> {
            if (value != null) {
                metrics.put(name, new EvalResults.Metric(name, value));
            }
        });
        return new EvalResults.Scores(scorer, scorer, scored, samples - scored, metrics);
    }

    private static List<ModelSettings> models(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off ignored -> List.of();
            case ModelChoice.Seated(List<ModelSeat> seats) -> seats.stream().filter(ModelSeat.Usable.class::isInstance)
                    .map(seat -> ((ModelSeat.Usable) seat).settings()).toList();
        };
    }

    private static EvalSpec.Role role(ModelSettings model) {
        return new EvalSpec.Role(model.model(), new EvalSpec.Generation(model.temperature(), model.maxOutputTokens()),
                model.baseUrl().toString());
    }

    /** As Inspect writes times itself. */
    private static String time(Instant at) {
        return SECONDS.format(at.atOffset(ZoneOffset.UTC));
    }
}
