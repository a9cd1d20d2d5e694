package dev.touchstone.judge.report.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Tokens;
import dev.touchstone.judge.jury.ToolUse;
import dev.touchstone.judge.questions.Question;
import dev.touchstone.judge.questions.Reference;
import dev.touchstone.judge.report.Heard;
import dev.touchstone.judge.report.Judged;
import dev.touchstone.judge.verdict.QuestionVerdict;

/** One question as a sample of Inspect's log. */
final class Sampling {

    private final Judged judged;
    private final String agent;
    private final Map<String, EvalSpec.Role> roles;

    Sampling(Judged judged, String agent, Map<String, EvalSpec.Role> roles) {
        this.judged = judged;
        this.agent = agent;
        this.roles = roles;
    }

    EvalSample sample() {
        Question question = judged.examined().question();
        EvalSample.Message asked = EvalSample.Message.question(question.text());
        return switch (judged.examined().heard()) {
            case Heard.Answered(var answer, var toolUses, var tokens) -> sample(question,
                    List.of(asked, EvalSample.Message.answer(answer.text())), EvalSample.Output.of(agent, answer.text()), null);
            case Heard.Unanswered(var code, var detail, var refused) -> sample(question, List.of(asked),
                    EvalSample.Output.none(agent), EvalSample.Failure.of(code + ": " + detail));
        };
    }

    private EvalSample sample(Question question, List<EvalSample.Message> messages, EvalSample.Output output,
            EvalSample.@Nullable Failure error) {
        Reference reference = question.reference();
        return new EvalSample(question.id(), 1, question.text(),
                reference == null ? question.expectation().words() : reference.answer(), messages, output,
                scores(error == null ? output.completion() : null), metadata(question), ModelUsage.of(replies()), fallbacks(),
                error);
    }

    /** All that was paid for: the agent's answer and the jurors' replies. */
    List<ModelUsage.Reply> replies() {
        List<ModelUsage.Reply> replies = new ArrayList<>();
        if (judged.examined().heard() instanceof Heard.Answered(var answer, var toolUses, Tokens tokens)) {
            replies.add(new ModelUsage.Reply(agent, tokens));
        }
        for (Opinion opinion : judged.examined().opinions()) {
            opinion.samples().forEach(sample -> replies.addAll(replies(sample)));
        }
        return replies;
    }

    private static List<ModelUsage.Reply> replies(Sample sample) {
        String model = sample.servedBy();
        return model == null ? List.of()
                : sample.exchanges().stream().filter(exchange -> exchange.reply() != null)
                        .map(exchange -> new ModelUsage.Reply(model, exchange.tokens())).toList();
    }

    private Map<String, EvalSample.Score> scores(@Nullable String answer) {
        Map<String, EvalSample.Score> scores = new LinkedHashMap<>();
        for (Opinion opinion : judged.examined().opinions()) {
            Double points = points(opinion);
            if (points != null && opinion instanceof Opinion.Scored scored) {
                scores.put(opinion.juror(), new EvalSample.Score(points, answer, String.join("\n", scored.reasons()),
                        metadata(scored)));
            }
        }
        QuestionVerdict result = judged.result();
        scores.put(InspectLog.VERDICT, new EvalSample.Score(result.verdict().key(), answer,
                String.join("\n", result.reasons()), metadata(result)));
        return scores;
    }

    /** Of 100; null where the juror gave none. */
    static @Nullable Double points(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Scored scored -> scored.scores().total().orElse(null);
            case Opinion.Abstained ignored -> null;
            case Opinion.Recused ignored -> null;
        };
    }

    private static Map<String, @Nullable Object> metadata(Opinion.Scored scored) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("mechanism", scored.mechanism());
        metadata.put("criteria", scored.scores());
        metadata.put("criticalSafety", scored.criticalSafety());
        metadata.put("findings", scored.findings());
        metadata.put("samples", scored.samples().stream().map(Sampling::brief).toList());
        return metadata;
    }

    /** Without the prompts, which are in the report. */
    private static Map<String, @Nullable Object> brief(Sample sample) {
        Map<String, @Nullable Object> brief = new LinkedHashMap<>();
        brief.put("number", sample.number());
        brief.put("order", sample.order());
        brief.put("scores", sample.scores());
        brief.put("problem", sample.problem());
        brief.put("servedBy", sample.servedBy());
        brief.put("fallback", sample.fallback());
        return brief;
    }

    private static Map<String, @Nullable Object> metadata(QuestionVerdict result) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("score", result.score());
        metadata.put("spread", result.spread());
        metadata.put("criticalSafety", result.criticalSafety());
        metadata.put("flags", result.flags());
        return metadata;
    }

    private Map<String, @Nullable Object> metadata(Question question) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("perspective", question.perspective());
        metadata.put("language", question.language());
        metadata.put("expectation", question.expectation());
        metadata.put("provenance", question.provenance());
        metadata.put("recordedFrom", question.recorded() == null ? null : question.recorded().from());
        metadata.put("toolUses", toolUses());
        metadata.put("silentJurors", silent());
        return metadata;
    }

    private List<ToolUse> toolUses() {
        return switch (judged.examined().heard()) {
            case Heard.Answered answered -> answered.toolUses();
            case Heard.Unanswered ignored -> List.of();
        };
    }

    /** Why there is no score of a juror. */
    private Map<String, String> silent() {
        Map<String, String> silent = new TreeMap<>();
        for (Opinion opinion : judged.examined().opinions()) {
            switch (opinion) {
                case Opinion.Abstained(var juror, Mechanism mechanism, String reason, var samples) ->
                    silent.put(juror, "abstained: " + reason);
                case Opinion.Recused(var juror, Mechanism mechanism, String reason) -> silent.put(juror, "recused: " + reason);
                case Opinion.Scored scored -> {
                    if (points(scored) == null) {
                        silent.put(scored.juror(), "measured nothing");
                    }
                }
            }
        }
        return silent;
    }

    private @Nullable List<EvalSample.Fallback> fallbacks() {
        Map<String, EvalSample.Fallback> fallbacks = new TreeMap<>();
        for (Opinion opinion : judged.examined().opinions()) {
            EvalSpec.Role role = roles.get(opinion.juror());
            for (Sample sample : opinion.samples()) {
                String served = sample.servedBy();
                if (sample.fallback() && served != null && role != null) {
                    fallbacks.merge(role.model() + "\n" + served, new EvalSample.Fallback(role.model(), served, 1),
                            (one, other) -> new EvalSample.Fallback(one.model(), one.served(), one.count() + other.count()));
                }
            }
        }
        return fallbacks.isEmpty() ? null : List.copyOf(fallbacks.values());
    }
}
