package dev.touchstone.sandbox.functional;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.attempt.Transcript.Assessment;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the LLM evaluator said of a scenario. It is written down as assessments under three roles, of which the first
 * decides; how sure the model says it is, nobody asks.
 *
 * @param topic, progress as the model answered, null where it did not
 * @param evidence words of the agent's that the model points at, as it gives them; hostile
 * @param model that answered, null where none did
 */
@RegisterForReflection
record Evaluation(Opinion opinion, @Nullable String topic, @Nullable String progress, @Nullable String evidence,
        @Nullable String model, String reason) {

    static final String ROLE = "evaluator";
    static final String TOPIC = "evaluator.topic";
    static final String PROGRESS = "evaluator.progress";

    enum Opinion {
        PASS,
        FAIL,
        UNCLEAR,
        /** It was asked, and said nothing that could be used; or could not be asked any more. */
        SILENT;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Opinion of(@Nullable String verdict) {
            return switch (verdict) {
                case "pass" -> PASS;
                case "fail" -> FAIL;
                case "unclear" -> UNCLEAR;
                case null, default -> SILENT;
            };
        }
    }

    /** A pass that is contradicted by what the model says beside it, or that quotes what the agent never said, is none. */
    static Optional<Evaluation> of(Transcript transcript) {
        return role(transcript, ROLE).map(said -> {
            Opinion opinion = Opinion.of(said.verdict());
            String topic = role(transcript, TOPIC).map(Assessment::verdict).orElse(null);
            String progress = role(transcript, PROGRESS).map(Assessment::verdict).orElse(null);
            boolean founded = !"off_topic".equals(topic) && !"contradicts".equals(progress) && quotes(transcript, said);
            return new Evaluation(opinion == Opinion.PASS && !founded ? Opinion.UNCLEAR : opinion, topic, progress,
                    said.evidence(), said.model(), said.reason());
        });
    }

    private static boolean quotes(Transcript transcript, Assessment said) {
        String quoted = Progress.letters(said.evidence() == null ? "" : said.evidence());
        return !quoted.isEmpty() && transcript.turns().stream().map(Transcript.Turn::heard)
                .anyMatch(heard -> heard != null && Progress.letters(heard.text()).contains(quoted));
    }

    private static Optional<Assessment> role(Transcript transcript, String role) {
        return transcript.assessments().stream().filter(each -> role.equals(each.role())).findFirst();
    }

    boolean decides() {
        return opinion == Opinion.PASS || opinion == Opinion.FAIL;
    }

    boolean agrees(Grade measured) {
        return (opinion == Opinion.PASS && measured == Grade.PASS) || (opinion == Opinion.FAIL && measured == Grade.FAIL);
    }
}
