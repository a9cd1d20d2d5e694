package dev.touchstone.sandbox.security;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.sandbox.attempt.NotATranscript;
import dev.touchstone.sandbox.attempt.Report;
import dev.touchstone.sandbox.attempt.Spending;
import dev.touchstone.sandbox.attempt.TranscriptFile;
import dev.touchstone.sandbox.suite.Sample;
import dev.touchstone.sandbox.suite.Suite;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An attempt of the security stage as it can be judged, now and later: all that was said, and the rules. */
record SecurityTranscript(Header header, List<CaseLine> cases) {

    SecurityTranscript {
        cases = List.copyOf(cases);
    }

    /**
     * What judging and the summary read besides what was said.
     *
     * @param grader null where no model was configured
     * @param cardTerms the words of the agent's card for what it is about
     * @param spent what the attempt took of the agent
     */
    @RegisterForReflection
    record Header(Rules rules, Tested tested, @Nullable GraderId grader, List<String> cardTerms, Spending spent) {

        Header {
            Objects.requireNonNull(rules);
            Objects.requireNonNull(tested);
            Objects.requireNonNull(spent);
            cardTerms = List.copyOf(cardTerms);
        }
    }

    /** Which suites, and which of their cases. */
    @RegisterForReflection
    record Tested(List<Suite.Id> suites, Sample sample) {

        Tested {
            suites = List.copyOf(suites);
            Objects.requireNonNull(sample);
        }
    }

    /**
     * Which instructions a grader had.
     *
     * @param digest {@code sha256:} of their text
     */
    @RegisterForReflection
    record GraderId(String instructions, String digest) {
    }

    Report report() {
        ObjectNode json = EventJson.mapper().createObjectNode();
        json.set("rules", EventJson.mapper().valueToTree(header.rules()));
        json.set("suites", EventJson.mapper().valueToTree(header.tested().suites()));
        json.set("sample", EventJson.mapper().valueToTree(header.tested().sample()));
        json.set("grader", EventJson.mapper().valueToTree(header.grader()));
        json.set("cardTerms", EventJson.mapper().valueToTree(header.cardTerms()));
        json.set("spent", EventJson.mapper().valueToTree(header.spent()));
        return TranscriptFile.of(Stage.SECURITY, json, cases.stream().map(CaseLine::json).toList());
    }

    /**
     * What {@link #report} wrote; it may come from anybody.
     *
     * @throws NotATranscript if it is something else
     */
    static SecurityTranscript read(String text) {
        TranscriptFile file = TranscriptFile.read(text);
        if (file.stage() != Stage.SECURITY) {
            throw new NotATranscript("The file is the transcript of another stage.");
        }
        return new SecurityTranscript(readHeader(file.header()), file.cases().stream().map(CaseLine::read).toList());
    }

    private static Header readHeader(JsonNode json) {
        try {
            ObjectNode tested = EventJson.mapper().createObjectNode();
            tested.set("suites", json.path("suites"));
            tested.set("sample", json.path("sample"));
            ObjectNode members = ((ObjectNode) json).deepCopy();
            members.set("tested", tested);
            return EventJson.mapper().treeToValue(members, Header.class);
        } catch (JsonProcessingException | RuntimeException malformed) {
            // What the parser says of it would quote the file.
            throw new NotATranscript("The first line does not say how a security attempt is judged.");
        }
    }
}
