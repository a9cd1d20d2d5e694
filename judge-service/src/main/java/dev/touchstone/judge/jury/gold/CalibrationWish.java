package dev.touchstone.judge.jury.gold;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.LlmSettingsReader;
import dev.touchstone.events.LlmSettingsReading;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.panel.Jury;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who is to be calibrated.
 *
 * @param jurors by their names; null for all that sit on the bench
 * @param llmJudge as a submission asks for it; null for the operator's
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalibrationWish(@Nullable List<String> jurors, @Nullable LlmSettings llmJudge) {

    private static final int MOST_BYTES = 16_384;
    private static final Set<String> MEMBERS = Set.of("jurors", "llmJudge");

    public CalibrationWish {
        jurors = jurors == null ? null : List.copyOf(jurors);
    }

    /**
     * @param pointer JSON pointer (RFC 6901)
     * @param detail for people; never repeats a value
     */
    @RegisterForReflection
    public record Violation(String pointer, String detail) {
    }

    /**
     * @param body null or empty for a calibration of all
     * @throws HttpProblem 400 for what is no JSON object in UTF-8, 413 for what is too large, 422 for what is not valid
     */
    static CalibrationWish read(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return new CalibrationWish(null, null);
        }
        if (body.length > MOST_BYTES) {
            throw CalibrationProblems.tooLarge(MOST_BYTES);
        }
        JsonNode json = json(body).filter(JsonNode::isObject).orElseThrow(CalibrationProblems::malformed);
        List<Violation> violations = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                violations.add(new Violation("", "has a member beside jurors and llmJudge"));
            }
        });
        CalibrationWish wish = new CalibrationWish(jurors(json.path("jurors"), violations),
                llmJudge(json.path("llmJudge"), violations));
        if (!violations.isEmpty()) {
            throw CalibrationProblems.invalid(violations);
        }
        return wish;
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(EventJson.mapper()
                    .readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString()));
        } catch (CharacterCodingException | JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable List<String> jurors(JsonNode json, List<Violation> violations) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (!json.isArray() || json.isEmpty() || !json.valueStream().allMatch(JsonNode::isTextual)) {
            violations.add(new Violation("/jurors", "must be an array of names"));
            return null;
        }
        return json.valueStream().map(JsonNode::textValue).distinct().toList();
    }

    private static @Nullable LlmSettings llmJudge(JsonNode json, List<Violation> violations) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        return switch (LlmSettingsReader.read(json)) {
            case LlmSettingsReading.Usable(LlmSettings settings) -> settings;
            case LlmSettingsReading.Refused(List<LlmSettingsReading.Fault> faults) -> refused(faults, violations);
        };
    }

    private static @Nullable LlmSettings refused(List<LlmSettingsReading.Fault> faults, List<Violation> violations) {
        faults.forEach(fault -> violations.add(new Violation("/llmJudge" + fault.pointer(), fault.detail())));
        return null;
    }

    /**
     * Those of the jury who are to be calibrated.
     *
     * @throws HttpProblem 422 for somebody who has no seat
     */
    Jury of(Jury jury) {
        if (jurors == null) {
            return jury;
        }
        List<String> seated = jury.jurors().stream().map(Juror::name).toList();
        if (!seated.containsAll(jurors)) {
            throw CalibrationProblems.invalid(List.of(
                    new Violation("/jurors", "names somebody who has no seat; seated are " + String.join(", ", seated))));
        }
        return new Jury(jury.jurors().stream().filter(juror -> jurors.contains(juror.name())).toList(), jury.choice(),
                jury.method());
    }
}
